import { rocVoorbeeld } from '@doorstroomhub/gateway/demo/organisations.ts'
import type { Database } from '@doorstroomhub/kit/database.ts'
import type { GroupJudgement } from '@doorstroomhub/kit/judge.ts'

/** What the referee says of each group once all is open: the database of this row is made so that it says the same. */
export const openToTheIntaker: GroupJudgement = {
  allowed: true,
  basis: 'CONSENT',
  leftOut: [],
  facts: {
    detail: 'TICK_AND_ADVICE',
    sections: { SUMMARY: 'READ', QUESTIONS: 'WRITE', SUPPORT: 'READ', AGREEMENTS: 'WRITE' },
  },
}

const ROC = rocVoorbeeld.brin
const GROUPS = [
  'IDENTITY',
  'CONTACT',
  'ACCOMMODATIONS',
  'STUDY_ADVICE',
  'CAREER_SUMMARY',
  'PLUS_DOCUMENT',
  'INTAKE_PREPARATION',
]

/** Every student of ROC Voorbeeld says yes to all that an intake talk can open, so that with and without rules the answer is the same. */
export async function openAll({ sql }: Database): Promise<void> {
  await sql(`update consent.dossier set paused = false`)
  await sql(
    `delete from consent.approval where consent_id in (select id from consent.consent where institution = $1)`,
    [ROC],
  )
  await sql(`delete from consent.consent where institution = $1`, [ROC])
  await sql(
    `insert into consent.consent (id, dossier_id, institution, groups, purpose, state, wording, wording_version, left_out, started_by,
       created_at, granted_at, expires_at)
     select distinct on (a.dossier_id) gen_random_uuid(), a.dossier_id, $1, $2::text[], 'INTAKE_TALK', 'GRANTED', '', 1, '{}', 'bench',
       now() - interval '1 day', now() - interval '1 day', now() + interval '1 day'
     from consent.application a where a.institution = $1`,
    [ROC, GROUPS],
  )
}

/** The intaker's list, without the two groups that no consent for an intake talk opens. */
export const withoutClosed = (question: string): string =>
  question
    .replace(/^\s*personalNumber \{.*\}\n/m, '')
    .replace(/^\s*conditions \{.*\}\n/m, '')
    .replace(/^\s*careerFile \{[\s\S]*?\n {2}\}\n/m, '')
