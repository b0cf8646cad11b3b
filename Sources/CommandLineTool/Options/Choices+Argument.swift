import ArgumentParser
import RecordEditing
import Registry

extension FunctionURLAuthentication: ExpressibleByArgument {}

extension ControlPolicyType: ExpressibleByArgument {}
