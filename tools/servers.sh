#!/bin/sh
# Programs that tests start themselves, servers on free loopback ports: fetch what is missing as root, else say it.
set -eu
missing=
[ -n "$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null)" ] || command -v initdb >/dev/null || missing="$missing postgresql"
command -v dovecot >/dev/null || [ -x /usr/sbin/dovecot ] || missing="$missing dovecot-imapd"
command -v chromium >/dev/null || command -v chromium-browser >/dev/null || missing="$missing chromium"
[ -n "$missing" ] || exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    echo "askwell: fetching for the tests:$missing" >&2
    # The packages must not start services: tests start their own and stop them.
    guard=/usr/sbin/policy-rc.d
    if [ ! -e "$guard" ]; then printf '#!/bin/sh\nexit 101\n' > "$guard"; chmod +x "$guard"; trap 'rm -f "$guard"' EXIT; fi
    apt-get update -qq
    # shellcheck disable=SC2086
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null
else
    echo "askwell: some tests will be skipped, these packages are missing:$missing (sudo apt-get install$missing)" >&2
fi
