# Shared by the scripts of this folder; sourced, never run.

set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
cd "$root"

# Articles with gold standard, used where they lie beside the project.
shared=${ENTITYGRAPH_SHARED:-$root/../shared}

say() { printf '%s\n' "$*"; }
warn() { printf '%s\n' "$*" >&2; }
die() {
  warn "error: $*"
  exit 1
}
have() { command -v "$1" >/dev/null 2>&1; }

# Builds the release binary (unless GRAPHGEN names one) and leaves its path in $graphgen.
build_release() {
  if [ -n "${GRAPHGEN:-}" ]; then
    graphgen=$GRAPHGEN
    [ -x "$graphgen" ] || die "GRAPHGEN=$graphgen is not a program"
    return
  fi
  have swift || die "no Swift toolchain found; install Swift 6.1 or later from https://swift.org/install"
  # The Swift runtime is linked in: one file to copy, and 20 ms less at start.
  swift build -c release --static-swift-stdlib --product graphgen >&2
  graphgen=$(swift build -c release --static-swift-stdlib --show-bin-path)/graphgen
}
