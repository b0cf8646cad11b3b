/// The shell script that collects what an import reads, in the collector's layout, version 1.
package enum CollectScript {
  /// The script: it asks the account whose credentials it runs with, and needs a POSIX shell and the
  /// AWS CLI alone.
  ///
  /// The AWS CLI fetches all pages of a list by itself. The manifest says for each call whether it
  /// was answered, refused, or answered with "there is no such thing".
  ///
  /// - Parameters:
  ///   - regions: the Regions to ask, such as `us-east-1`. Text that is no Region's name is left out
  ///     of the script by `validRegions`.
  ///   - includesOrganization: whether to ask AWS Organizations, which only its management account
  ///     and delegated administrators may.
  package static func text(regions: [String], includesOrganization: Bool = true) -> String {
    let sections = [
      head, callFunctions, identityPart,
      includesOrganization ? organizationPart : "",
      regionFunction,
      validRegions(regions).map { "collect_region \($0)\n" }.joined(),
      foot,
    ]
    return sections.filter { !$0.isEmpty }.joined(separator: "\n")
  }

  /// The Regions that may stand in a script: letters in lower case, digits and hyphens.
  package static func validRegions(_ regions: [String]) -> [String] {
    regions.filter { region in
      !region.isEmpty
        && region.utf8.allSatisfy {
          (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "-")
        }
    }
  }

  private static let head = """
    #!/bin/sh
    # Collects the permissions of one AWS account with read-only calls of the AWS CLI.
    # Usage: sh collect.sh [FOLDER]
    set -u
    umask 077
    root=${1:-export}
    export AWS_PAGER=''
    mkdir -p "$root" || exit 1
    outcomes="$root/.outcomes"
    : > "$outcomes" || exit 1
    started=$(date -u +%Y-%m-%dT%H:%M:%SZ)
    account=$(aws sts get-caller-identity --query Account --output text) || exit 1

    """

  /// `ask` makes one call; `mark` writes a line of the manifest. Names go through `name`, because a
  /// secret's name may hold slashes.
  private static let callFunctions = #"""
    mark() {
      printf ',\n    "%s": "%s"' "$1" "$2" >> "$outcomes"
    }

    name() {
      printf '%s' "$1" | sed -e 's/%/%25/g' -e 's|/|%2F|g'
    }

    # ask PATH COMMAND...: writes what the command prints, and marks what came of it.
    ask() {
      path=$1
      shift
      mkdir -p "$root/${path%/*}" || exit 1
      if aws "$@" --output json > "$root/$path.part" 2> "$root/.error"; then
        if [ -s "$root/$path.part" ]; then
          mv "$root/$path.part" "$root/$path"
          mark "$path" complete
        else
          rm -f "$root/$path.part"
          mark "$path" absent
        fi
        return 0
      fi
      rm -f "$root/$path.part"
      if grep -Eq 'ResourceNotFound|NoSuchBucketPolicy|NoSuchEntity|NotFoundException|AWSOrganizationsNotInUse' "$root/.error"; then
        mark "$path" absent
      elif grep -Eq 'AccessDenied|UnauthorizedOperation|AuthorizationError|not authorized' "$root/.error"; then
        mark "$path" denied
        printf 'denied: %s\n' "$path" >&2
      else
        mark "$path" failed
        printf 'failed: %s: ' "$path" >&2
        cat "$root/.error" >&2
      fi
      return 1
    }

    # names QUERY COMMAND...: prints the texts that a query finds, one a line. Its status is that of
    # the call.
    names() {
      query=$1
      shift
      found=$(aws "$@" --query "$query" --output text 2> "$root/.error") || return 1
      printf '%s\n' "$found" | tr '\t' '\n' | grep -v -e '^$' -e '^None$'
      return 0
    }

    """#

  private static let identityPart = """
    base="accounts/$account"
    ask "$base/iam/get-account-authorization-details.json" iam get-account-authorization-details
    ask "$base/iam/list-saml-providers.json" iam list-saml-providers
    ask "$base/iam/list-open-id-connect-providers.json" iam list-open-id-connect-providers

    """

  private static let organizationPart = """
    collect_unit() {
      ask "organizations/list-organizational-units-for-parent/$1.json" \\
        organizations list-organizational-units-for-parent --parent-id "$1"
      ask "organizations/list-accounts-for-parent/$1.json" \\
        organizations list-accounts-for-parent --parent-id "$1"
      for unit in $(names 'OrganizationalUnits[].Id' \\
        organizations list-organizational-units-for-parent --parent-id "$1"); do
        collect_unit "$unit"
      done
    }

    collect_policies() {
      ask "organizations/list-policies-$1.json" organizations list-policies --filter "$1" || return
      for policy in $(names 'Policies[].Id' organizations list-policies --filter "$1"); do
        ask "organizations/describe-policy/$policy.json" \\
          organizations describe-policy --policy-id "$policy"
        ask "organizations/list-targets-for-policy/$policy.json" \\
          organizations list-targets-for-policy --policy-id "$policy"
      done
    }

    if ask organizations/describe-organization.json organizations describe-organization; then
      if ask organizations/list-roots.json organizations list-roots; then
        for top in $(names 'Roots[].Id' organizations list-roots); do
          collect_unit "$top"
        done
      fi
      ask organizations/list-accounts.json organizations list-accounts
      collect_policies SERVICE_CONTROL_POLICY
      collect_policies RESOURCE_CONTROL_POLICY
    fi

    """

  private static let foot = #"""
    {
      printf '{\n  "layoutVersion": 1,\n  "collectedAt": "%s",\n  "observedAt": {},\n' "$started"
      printf '  "outcomes": {'
      sed -e '1s/^,$//' "$outcomes"
      printf '\n  }\n}\n'
    } > "$root/manifest.json"
    rm -f "$outcomes" "$root/.error"

    """#
}
