import { useState } from 'react'
import type { FieldGroup, Role } from '../../../graphql/schema.ts'
import { useAct, useAsk } from '../../../parts/ask.ts'
import { Actions, Button, Text } from '../../../parts/basics.tsx'
import { Fold } from '../../../parts/form.tsx'
import { FailureNote, NoAnswer, Note } from '../../../parts/looks.tsx'
import { useTexts } from '../../../parts/texts.tsx'
import { common } from '../../../texts/common.ts'
import { words } from '../../../texts/words.ts'
import { ShareInside, WhatASchoolSees, WhoSeesMyDossier, type WhoSeesMyDossierQuery } from './who-sees.graphql.ts'
import { readingsOf } from './seen-by.ts'
import { whoSees } from './who-sees.texts.ts'

/** "Wie ziet dit?" beside a part of the dossier: who reads it now, by name, and what of that is the student's own choice. */
export function WhoSees({ group, open = false }: { group: FieldGroup; open?: boolean }) {
  const c = useTexts(common)
  const inside = <Readers group={group} />
  return open ? inside : <Fold title={c.whoSees}>{inside}</Fold>
}

function Readers({ group }: { group: FieldGroup }) {
  const t = useTexts(whoSees)
  const w = useTexts(words)
  const { data, failure, slow, again } = useAsk(WhoSeesMyDossier, {})
  const share = useAct(ShareInside)
  const [done, setDone] = useState('')
  const dossier = data?.dossiers.edges[0]?.node
  if (!dossier) return <NoAnswer failure={failure} slow={slow} again={again} />
  const readers = (dossier.readersInside ?? []).filter(
    (one) => one.groups.includes(group) || one.choices.includes(group),
  )
  const schools = Map.groupBy(dossier.applications ?? [], ({ institution }) => institution.brin)
  const set = async (role: Role, name: string, on: boolean) => {
    setDone('')
    const answer = await share.act({ input: { dossierId: dossier.id, group, role, on } })
    if (answer) setDone(on ? t.nowShared(name) : t.nowStopped(name))
  }
  const chosen = readers.filter(({ choices }) => choices.includes(group))
  return (
    <>
      <p>
        <strong>{t.inside}</strong>
      </p>
      <ul>
        <li>{t.you}</li>
        {readers.map(({ name, role, shared, choices, groups }) => (
          <li key={`${role}${name}`}>
            {!choices.includes(group)
              ? t.sees(name, w.role[role])
              : shared.includes(group) && groups.includes(group)
                ? t.seesShared(name, w.role[role])
                : t.seesNot(name, w.role[role])}
          </li>
        ))}
      </ul>
      {chosen.length > 0 && (
        <>
          <Text soft>{t.shareText(chosen.map(({ name }) => name).join(', '))}</Text>
          <Actions>
            {/* Shared per role: with both guardians or with none. */}
            {[...new Map(chosen.map((one) => [one.role, one])).values()].map(({ role, shared }) => {
              const name = chosen.flatMap((one) => (one.role === role ? [one.name] : [])).join(', ')
              const on = shared.includes(group)
              return (
                <Button key={role} busy={share.busy} negative={on} onClick={() => void set(role, name, !on)}>
                  {on ? t.stop(name) : t.share(name)}
                </Button>
              )
            })}
          </Actions>
        </>
      )}
      <FailureNote failure={share.failure} />
      <p role="status">{done}</p>
      <p>
        <strong>{t.schools}</strong>
      </p>
      {dossier.paused ? (
        <Text>{t.paused}</Text>
      ) : (
        <ul>
          {schools.size === 0 && <li>{t.noSchool}</li>}
          {[...schools].map(([brin, applications]) => (
            <li key={brin}>
              <OneSchool dossierId={dossier.id} applications={applications} group={group} />
            </li>
          ))}
          {group === 'STUDY_ADVICE' && <li>{t.advice}</li>}
        </ul>
      )}
      <Text soft>
        {t.change} {t.logged}
      </Text>
    </>
  )
}

type Application = NonNullable<WhoSeesMyDossierQuery['dossiers']['edges'][number]['node']['applications']>[number]

/** Whether one new school reads it now and why, as the hub decides it at this moment. */
function OneSchool({
  dossierId,
  applications,
  group,
}: {
  dossierId: string
  applications: readonly Application[]
  group: FieldGroup
}) {
  const t = useTexts(whoSees)
  const w = useTexts(words)
  const { brin, name } = applications[0]!.institution
  const { data, failure, slow, again } = useAsk(WhatASchoolSees, { id: dossierId, institution: brin })
  const seen = data?.dossier
  if (!seen) return <NoAnswer failure={failure} slow={slow} again={again} />
  const open = readingsOf(seen, group)
  const shared = open.filter(({ basis }) => basis === 'CONSENT').map(({ purpose }) => w.purpose[purpose])
  if (shared.length > 0) return t.school(name, shared.join(', '))
  if (open.some(({ basis }) => basis === 'SPECIAL_GUIDANCE')) return t.enrolled.special(name)
  if (open.length > 0) return t.enrolled.open(name)
  const isEnrolled = applications.some(({ status }) => status === 'ENROLLED')
  if (isEnrolled && group === 'CONDITION') return t.enrolled.special(name)
  if (isEnrolled && group === 'PERSONAL_NUMBER') return t.enrolled.number(name)
  return t.notSeen(name)
}

/** Says, before anybody changes something, that a yes that was given falls. */
export function ApprovedAlready({ status }: { status: string }) {
  const t = useTexts(whoSees)
  if (status !== 'READY' && status !== 'APPROVED') return null
  return (
    <Note kind="waiting">
      <strong>{t.approvedTitle}.</strong> {t.approved}
    </Note>
  )
}
