import ArgumentParser

/// What removes has these options.
struct RemovalOptions: ParsableArguments {
  @Flag(help: "Where there is nothing to remove, change nothing and succeed.")
  var ifExists = false
}
