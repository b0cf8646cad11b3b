/// Every seed under which the two evaluators ever differed, with how many cases to draw.
///
/// Add the seed that a failing run prints, and the case itself, shrunk, to the tests of the room
/// that was wrong: when the generator changes, a seed no longer draws the same cases.
package let seedsThatFailed: [(seed: UInt64, cases: Int)] = [
  (3_461_855_824_526_143_658, 3000),
  (14_916_523_921_881_307_574, 1800),
]
