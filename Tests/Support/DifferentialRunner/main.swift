// Compares the product's evaluator with the reference evaluator: first under every seed that ever
// failed, then under a fresh one. PERMREG_SEED gives the seed instead, PERMREG_SECONDS how long it
// runs (60 if nothing is said), PERMREG_CASES how many cases it draws instead.

import DifferentialCheck
import Glibc

func number(_ name: String) -> UInt64? {
  getenv(name).flatMap { UInt64(String(cString: $0)) }
}

func report(_ run: DifferentialRun) {
  print(run.summary)
  if run.failure != nil {
    print("add \(run.seed) to the seeds that failed, and the case to the tests of what was wrong")
    exit(1)
  }
  fflush(nil)
}

let seed = number("PERMREG_SEED") ?? UInt64.random(in: 1...UInt64.max)
let seconds = number("PERMREG_SECONDS") ?? 60
let cases = number("PERMREG_CASES").map { Int(clamping: $0) }

print("seed \(seed)\(number("PERMREG_SEED") == nil ? ", drawn afresh" : "")")
fflush(nil)
if number("PERMREG_SEED") == nil {
  for (seed, cases) in seedsThatFailed {
    report(try DifferentialRun(seed: seed) { $0 < cases })
  }
}
let end = ContinuousClock.now + .seconds(Int(clamping: seconds))
report(
  try DifferentialRun(seed: seed) { drawn in
    cases.map { drawn < $0 } ?? (ContinuousClock.now < end)
  })
