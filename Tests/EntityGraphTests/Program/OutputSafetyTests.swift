import Foundation
import Testing

/// Outputs appear whole or not at all, whatever ends the program.
@Suite(.serialized) struct OutputSafetyTests {
  private func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    let article = "Prime Minister Ada Reyes met Bo Lind of Northport Bank in Lisbon on Monday."
    let lines = (0..<800).map { "{\"id\":\"\($0)\",\"text\":\"\(article)\"}\n" }
    try folder.write("a.jsonl", lines.joined())
    return folder
  }

  /// Killed at many moments, the file is the old one or the new one, and nothing else is there.
  @Test(arguments: [["extract", "--format", "jsonl"], ["export", "--format", "json"]])
  func killedAtAnyMoment(_ command: [String]) throws {
    let folder = try folder()
    let run = try Run.shell(
      """
      graphgen \(command.joined(separator: " ")) a.jsonl >whole
      for part in 1 2 3 5 8 13 21 34 55 89; do
        echo old >out
        graphgen \(command.joined(separator: " ")) a.jsonl -o out & worker=$!
        sleep 0.0$part 2>/dev/null; kill -9 $worker 2>/dev/null; wait $worker 2>/dev/null
        cmp -s out whole || [ "$(cat out)" = old ] || echo "torn after $part"
      done
      ls -A
      """, in: folder, seconds: 120)
    #expect(run.stdout == "a.jsonl\nout\nwhole\n")
  }

  /// A signal ends it within a second, also while it waits for more to read.
  @Test(arguments: [("INT", 130), ("TERM", 143), ("HUP", 129)])
  func interrupted(_ signal: String, _ status: Int) throws {
    let folder = try folder()
    let run = try Run.shell(
      """
      mkfifo endless.pipe; sleep 30 >endless.pipe & writer=$!
      # A shell without job control starts what runs beside it deaf to SIGINT.
      setsid sh -c 'trap - INT; exec graphgen extract --format jsonl a.jsonl endless.pipe -o out' &
      worker=$!
      sleep 0.7; began=$(date +%s%N); kill -\(signal) $worker; wait $worker 2>/dev/null; echo $?
      ended=$(date +%s%N); [ $((ended - began)) -lt 1000000000 ] || echo slow
      kill $writer; ls -A
      """, in: folder, seconds: 30)
    #expect(run.stdout == "\(status)\na.jsonl\nendless.pipe\n")
    #expect(run.stderr.isEmpty)
  }

  /// A sanitizer writes files of its own, larger than the limit.
  @Test(.disabled(if: Project.sanitizer != nil)) func theDiskIsFull() throws {
    let folder = try folder()
    // A limit on the size of files fails like a full disk, and needs no rights.
    let run = try Run.shell(
      """
      echo old >out
      (ulimit -f 20; graphgen extract --format jsonl a.jsonl -o out); echo $?
      (ulimit -f 20; graphgen export --format csv a.jsonl -o made/); echo $?
      cat out; ls -A . made
      graphgen extract a.jsonl >/dev/full; echo $?
      graphgen extract a.jsonl -o /dev/full; echo $?
      """, in: folder)
    #expect(
      run.stdout == "1\n0\nold\n.:\na.jsonl\nmade\nout\n\nmade:\nlinks.csv\nnodes.csv\n1\n1\n")
    #expect(
      run.stderr == """
        graphgen: cannot write out: File too large
        graphgen: cannot write standard output: No space left on device
        graphgen: cannot write /dev/full: No space left on device

        """)
  }

  /// On a file system of 64 KB, where the system lets us make one.
  @Test func theFileSystemIsFull() throws {
    let folder = try folder()
    let run = try Run.shell(
      """
      mkdir small; mount -t tmpfs -o size=64k none small 2>/dev/null || exit 99
      graphgen extract --format jsonl a.jsonl -o small/out; echo $?
      ls -A small; umount small
      """, in: folder)
    if run.status == 99 { return }
    #expect(run.stdout == "1\n")
    #expect(run.stderr == "graphgen: cannot write small/out: No space left on device\n")
  }

  @Test func readOnlyTargets() throws {
    let folder = try folder()
    let run = try Run.shell(
      """
      chmod 777 .; echo old >out; chmod 444 out; mkdir shut; chmod 555 shut
      [ "$(id -u)" != 0 ] || as="setpriv --reuid 65534 --clear-groups --"
      $as sh -c '[ -x "$(command -v graphgen)" ]' || exit 99
      for target in out shut/new; do
        $as graphgen extract --format jsonl a.jsonl -o $target; echo $?
      done
      cat out; ls -A shut
      """, in: folder)
    if run.status == 99 { return }
    #expect(run.stdout == "1\n1\nold\n")
    #expect(
      run.stderr == """
        graphgen: cannot write out: Permission denied
        graphgen: cannot write shut/new: Permission denied

        """)
  }

  @Test func twoWriters() throws {
    let folder = try folder()
    let run = try Run.shell(
      """
      head -n 500 a.jsonl >b.jsonl
      graphgen extract --format jsonl a.jsonl >a.whole; graphgen extract --format jsonl b.jsonl >b.whole
      for turn in 1 2 3; do
        graphgen extract --format jsonl a.jsonl -o out & graphgen extract --format jsonl b.jsonl -o out & wait
        cmp -s out a.whole || cmp -s out b.whole || echo torn
      done
      ls -A
      """, in: folder, seconds: 120)
    #expect(run.stdout == "a.jsonl\na.whole\nb.jsonl\nb.whole\nout\n")
    #expect(run.stderr.isEmpty)
  }

  /// Who may read a file does not change when it is written again, and links stay links.
  @Test func keepsModeAndLinks() throws {
    let folder = try folder()
    let run = try Run.shell(
      """
      echo old >real; chmod 600 real; ln -s real link; umask 027
      graphgen extract --format jsonl a.jsonl -o link; graphgen extract --format jsonl a.jsonl -o new
      stat -c '%F %a' link real new | sed 's/ 777//'
      """, in: folder)
    #expect(run.stdout == "symbolic link\nregular file 600\nregular file 640\n")
  }

  /// Where a nameless file could get no name, one with a hidden name is written.
  @Test func withoutNamelessFiles() throws {
    let folder = try folder()
    let run = try Run.shell(
      """
      unshare -m sh -c 'mount -t tmpfs none /proc/$$/fd || exit 99
        exec graphgen extract --format jsonl a.jsonl -o out' 2>/dev/null || exit 99
      wc -l <out; ls -A
      """, in: folder)
    if run.status == 99 { return }
    #expect(run.stdout == "800\na.jsonl\nout\n")
  }
}
