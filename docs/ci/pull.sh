#!/bin/sh
# Brings what editors changed in WeChat onto the branch wechat/edits, for a person to look at and merge.
# Never force-pushes: commits that somebody added to the branch stay.
set -eu
main="${WEIZHAN_MAIN:-main}"
branch="${WEIZHAN_BRANCH:-wechat/edits}"
report="${WEIZHAN_REPORT:-.wechat/ci-report.txt}"

# Only the calls to WeChat go through the proxy, not git and not the installation before them.
weizhan() {
  if [ -n "${WECHAT_HTTPS_PROXY:-}" ]; then HTTPS_PROXY="$WECHAT_HTTPS_PROXY" python3 tasks.py "$@"; else python3 tasks.py "$@"; fi
}

git config user.name >/dev/null || git config user.name "weizhan"
git config user.email >/dev/null || git config user.email "weizhan@localhost"
git fetch -q origin
if git rev-parse -q --verify "refs/remotes/origin/$branch" >/dev/null; then
  git checkout -q -B "$branch" "origin/$branch"
  # The branch may be behind; a conflict here is for a person to solve, on the branch.
  git merge -q --no-edit "origin/$main"
else
  git checkout -q -B "$branch" "origin/$main"
fi

mkdir -p "$(dirname "$report")"
python3 tasks.py --list >/dev/null
code=0
weizhan pull >"$report" 2>&1 || code=$?
cat "$report"
# 0: done. 1: done, and a person must look; the report says at what. Everything else stops here, with nothing to commit.
if [ "$code" -gt 1 ]; then
  [ "$code" -ne 5 ] || weizhan doctor || true
  exit "$code"
fi

git add -A content
if ! git diff --cached --quiet; then
  git commit -q -m "content: edits made in WeChat"
fi
if [ "$(git rev-list --count "origin/$main..HEAD")" -eq 0 ]; then
  echo "nothing new"
  exit 0
fi
# shellcheck disable=SC2086
git push -q ${WEIZHAN_PUSH_OPTIONS:-} origin "HEAD:refs/heads/$branch"
echo "pushed $branch"
