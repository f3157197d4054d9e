import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Where the page's own files are; everything comes from this machine. */
const FOLDER = '/graphql/page/'

const SCRIPT = 'text/javascript; charset=utf-8'
const require = createRequire(import.meta.url)
const inPackage = (name: string, path: string) => (): string =>
  join(dirname(require.resolve(`${name}/package.json`)), path)

const files: Readonly<Record<string, { type: string; path: () => string }>> = {
  'react.js': { type: SCRIPT, path: inPackage('react', 'umd/react.production.min.js') },
  'react-dom.js': { type: SCRIPT, path: inPackage('react-dom', 'umd/react-dom.production.min.js') },
  'graphiql.js': { type: SCRIPT, path: inPackage('graphiql', 'graphiql.min.js') },
  'graphiql.css': { type: 'text/css; charset=utf-8', path: inPackage('graphiql', 'graphiql.min.css') },
  'start.js': { type: SCRIPT, path: () => fileURLToPath(new URL('./graphiql-start.js', import.meta.url)) },
}

/** GraphiQL, with nothing from elsewhere and no script in the page itself. */
export const graphiqlPage = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Doorstroomhub - GraphiQL</title>
<link rel="stylesheet" href="${FOLDER}graphiql.css">
<style>html, body, #page { height: 100%; margin: 0 }</style>
</head>
<body>
<div id="page">GraphiQL needs JavaScript.</div>
<script src="${FOLDER}react.js"></script>
<script src="${FOLDER}react-dom.js"></script>
<script src="${FOLDER}graphiql.js"></script>
<script src="${FOLDER}start.js"></script>
</body>
</html>
`

/** The editor sets styles from its script, so these are free; scripts are not. */
export const graphiqlPolicy =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src data:; " +
  "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

/** One of the page's files; undefined for any other path. */
export async function graphiqlFile(path: string): Promise<{ type: string; body: string } | undefined> {
  if (!path.startsWith(FOLDER)) return undefined
  const name = path.slice(FOLDER.length)
  const file = Object.hasOwn(files, name) ? files[name] : undefined
  return file && { type: file.type, body: await readFile(file.path(), 'utf8') }
}
