#!/bin/sh
# Makes ./secrets once, readable by its owner alone. What is there stays as it is.
set -eu
umask 077
mkdir -p secrets
random() { node -e "process.stdout.write(require('node:crypto').randomBytes(32).toString('base64url'))"; }
for name in postgres_password viewer_secret number_key session_key; do
  [ -s "secrets/$name" ] || random > "secrets/$name"
done
[ -s secrets/database_url ] ||
  printf 'postgres://postgres:%s@postgres:5432/doorstroomhub' "$(cat secrets/postgres_password)" > secrets/database_url
# Signs what students take along (docs/credentials.md).
[ -s secrets/credential_key ] ||
  node -e "process.stdout.write(JSON.stringify(require('node:crypto').generateKeyPairSync('ec',{namedCurve:'P-256'}).privateKey.export({format:'jwk'})))" > secrets/credential_key
