import SQLite
import Testing

@Suite("The refusal of a file")
struct MigrationErrorTests {
  @Test(
    "says what is wrong in one sentence, and what to do",
    arguments: [
      (
        MigrationError.Reason.newer(version: 7, latest: 2),
        "`x.db` has version 7 of the schema, and this program knows up to 2",
        "use a newer version of the program"
      ),
      (
        .older(version: 1, latest: 2),
        "`x.db` has version 1 of the schema, and this program reads version 2",
        "open it once for writing, which brings it up to date"
      ),
      (.empty, "`x.db` is an empty file", "give the path of a database that this program made"),
      (
        .foreign(applicationID: 0), "`x.db` is a database of another program",
        "give the path of a database that this program made"
      ),
      (
        .foreign(applicationID: 77),
        "`x.db` is a database of another program, with application id 77",
        "give the path of a database that this program made"
      ),
      (
        .cutOff(size: 5000), "`x.db` is cut off: it ends within a page, after 5000 bytes",
        "copy it again, or restore it from a backup"
      ),
      (
        .brokenReference(migration: "squares", table: "child", parent: "number"),
        "the migration `squares` of `x.db` was undone: a row of `child` would refer to a missing "
          + "row of `number`", nil
      ),
    ] as [(MigrationError.Reason, String, String?)])
  func speaks(_ reason: MigrationError.Reason, _ sentence: String, _ hint: String?) {
    let error = MigrationError(reason, path: "x.db")
    #expect(error.description == sentence)
    #expect(error.hint == hint)
  }
}
