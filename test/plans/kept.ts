import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Way } from './explain.ts'

/**
 * What is asked most, and what everything stands on, each by a part of its text. The first ten are the most used of a time around; the
 * others are asked less often, of the tables that grow most.
 */
export const KEPT: Readonly<Record<string, string>> = {
  'who a dossier is of': 'from "person"."identity" where "dossier_id" = any',
  'how to reach a student': 'from "person"."contact" where "dossier_id" = any',
  'what helps a student': 'from "support_needs"."support_need" where "dossier_id" = any',
  "the school's advice": 'from "support_needs"."study_advice" where "dossier_id" = any',
  'the career summary': 'from "career_portfolio"."career_summary" where "dossier_id" = any',
  'the experiences': 'from "career_portfolio"."experience" where "dossier_id" = any',
  'the applications': 'from "consent"."application" where "dossier_id" = any',
  'who wrote in a section': 'from "intake_preparation"."contributor" where "document_id" = any',
  'what a judgement needs, for school and family': 'as parties, (select json_agg',
  'the line in the read log': 'insert into consent.read_log',
  'what a judgement needs, for an institution': 'as agreement_id from consent.dossier d where d.id = any',
  "an institution's list": 'exists (select from consent.application a where a.dossier_id = d.id and a.institution',
  "a mentor's list": 'd.id in (select p.dossier_id from consent.party p where p.subject',
  'a page of the read log': 'from "consent"."read_log"',
  "a page of an institution's feed":
    'from consent.change c where c.dossier_id in (select a.dossier_id from consent.application',
  'an edit of a live document': 'insert into intake_preparation.edit',
  'a live document': 'from intake_preparation.document d left join intake_preparation.snapshot s',
}

const FILE = join(import.meta.dirname, 'plans.json')
const line = ({ table, by }: Way): string => `${table} by ${by}`

/** Of each kept statement the ways that were seen and looked at; where two serve as well, PostgreSQL takes now one, now the other. */
export async function differences(found: ReadonlyMap<string, readonly Way[]>): Promise<string[]> {
  const kept = JSON.parse(await readFile(FILE, 'utf8').catch(() => '{}')) as Record<string, string[]>
  if (process.env['PLANS'] === 'keep') {
    for (const [name, ways] of found) kept[name] = [...new Set([...(kept[name] ?? []), ...ways.map(line)])].toSorted()
    await writeFile(FILE, `${JSON.stringify(kept, null, 2)}\n`)
  }
  return [...found].flatMap(([name, ways]) =>
    ways
      .map(line)
      .filter((each) => !kept[name]?.includes(each))
      .map((each) => `${name}: ${each}, which is new`),
  )
}
