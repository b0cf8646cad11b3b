import ArgumentParser
import Registry

extension RecordKind: ExpressibleByArgument {}
