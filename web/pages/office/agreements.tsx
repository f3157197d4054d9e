import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useAct, useAsk } from '../../parts/ask.ts'
import { Actions, Button, Card, Facts, Heading, Link, Tag, Text } from '../../parts/basics.tsx'
import { useDates } from '../../parts/dates.ts'
import { hasDraft } from '../../parts/draft.ts'
import { useEditing, useFocusWithin } from '../../parts/editing.ts'
import { Dialog } from '../../parts/form.tsx'
import { FailureNote, NoAnswer, Note } from '../../parts/looks.tsx'
import { Page } from '../../parts/page.tsx'
import { Table } from '../../parts/table.tsx'
import { useTexts } from '../../parts/texts.tsx'
import { common } from '../../texts/common.ts'
import { SHAREABLE_GROUPS } from '../../texts/orders.ts'
import { sharingWords } from '../../texts/sharing-words.ts'
import { NotFound } from '../start/not-found.tsx'
import { AgreementsOfRegion, RegionsToSign, SignAgreement, type AgreementsOfRegionQuery } from './agreements.graphql.ts'
import { agreements } from './agreements.texts.ts'
import { AgreementForm, draftName } from './agreement-form.tsx'

export type Agreement = NonNullable<NonNullable<AgreementsOfRegionQuery['region']>['agreements']>[number]

/** `/afspraken`: the regions whose agreements this viewer may sign. */
export function AgreementsPage() {
  const t = useTexts(agreements)
  const { data, failure, slow, again } = useAsk(RegionsToSign, {})
  if (!data) return <NoAnswer failure={failure} slow={slow} again={again} />
  return (
    <Page title={t.listTitle} lead={t.listLead}>
      <ul className="cards">
        {data.regions
          .filter(({ agreements: versions }) => versions !== null)
          .map(({ code, name, agreement, agreements: versions }) => {
            const drafts = (versions ?? []).filter(({ state }) => state === 'DRAFT').length
            return (
              <Card as="li" key={code}>
                <Heading level={2}>
                  <Link to="/afspraken/$region" params={{ region: code }}>
                    {name}
                  </Link>
                </Heading>
                <Tag kind={agreement ? 'good' : 'waiting'}>
                  {agreement ? t.inForce(agreement.version) : t.noneInForce}
                </Tag>{' '}
                {drafts > 0 && <Tag kind="waiting">{t.drafts(drafts)}</Tag>}
              </Card>
            )
          })}
      </ul>
    </Page>
  )
}

/** `/afspraken/$region`: every version, newest first; draft, change and sign. */
export function AgreementsOfOneRegion() {
  const t = useTexts(agreements)
  const { region: code = '' } = useParams({ strict: false })
  const { data, failure, slow, again } = useAsk(AgreementsOfRegion, { code })
  const [drafting, setDrafting, place] = useEditing(hasDraft(draftName(code)))
  if (!data) return <NoAnswer failure={failure} slow={slow} again={again} />
  const { region } = data
  if (!region?.agreements) return <NotFound />
  const versions = region.agreements
  const newest = versions.find(({ state }) => state === 'ACTIVE') ?? versions[0]
  return (
    <Page title={t.title(region.name)} lead={t.lead}>
      <div ref={place}>
        {drafting ? (
          <AgreementForm region={code} from={newest} onDone={() => setDrafting(false)} again={again} />
        ) : (
          <Actions>
            <Button look="primary" onClick={() => setDrafting(true)}>
              {t.edit}
            </Button>
          </Actions>
        )}
      </div>
      {versions.map((one) => (
        <OneVersion key={one.id} one={one} region={code} again={again} />
      ))}
    </Page>
  )
}

/** A version: read, and while it is a draft changed in its own place. */
function OneVersion({ one, region, again }: { one: Agreement; region: string; again: () => void }) {
  const isDraft = one.state === 'DRAFT'
  const [editing, setEditing, place] = useEditing(hasDraft(draftName(region, one.id)))
  return (
    <div ref={place}>
      {editing && isDraft ? (
        <AgreementForm region={region} draft={one} from={one} onDone={() => setEditing(false)} again={again} />
      ) : (
        <ReadVersion one={one} again={again} {...(isDraft && { onEdit: () => setEditing(true) })} />
      )}
    </div>
  )
}

function ReadVersion({ one, again, onEdit }: { one: Agreement; again: () => void; onEdit?: () => void }) {
  const t = useTexts(agreements)
  const c = useTexts(common)
  const w = useTexts(sharingWords)
  const { date } = useDates()
  const sign = useAct(SignAgreement)
  const [asking, setAsking] = useState(false)
  // The button that signed is gone afterwards.
  const place = useFocusWithin(one.maySign)
  const id = `version-${one.version}`
  const forbidden = SHAREABLE_GROUPS.filter((group) => !one.allowed.some((each) => each.group === group))
  return (
    <Card labelledBy={id}>
      <Heading level={2} id={id}>
        {t.version(one.version)}{' '}
        <Tag kind={one.state === 'ACTIVE' ? 'good' : one.state === 'DRAFT' ? 'waiting' : 'neutral'}>
          {t.state[one.state] ?? one.state}
        </Tag>
      </Heading>
      <Facts
        rows={[
          [t.policy, t.policies[one.minorPolicy]],
          [t.after, t.afters[one.postEnrolment]],
          [t.beat, t.beats(one.beatSeconds)],
          [t.signedBy, one.signedBy.length === 0 ? t.nobody : one.signedBy.join(', ')],
        ]}
      />
      {one.goals.length > 0 && (
        <>
          <Heading level={3}>{t.goals}</Heading>
          <ul>
            {one.goals.map((goal) => (
              <li key={goal}>{goal}</li>
            ))}
          </ul>
        </>
      )}
      <Table
        caption={t.groups}
        label={`${t.groups} ${t.version(one.version)}`}
        heads={[t.group, t.detail, t.purposes, t.from]}
        rows={one.allowed.map(({ group, detail, from, purposes }) => ({
          key: group,
          cells: [
            w.group[group],
            t.details[detail],
            purposes.map((purpose) => w.purpose[purpose]).join(', '),
            from === null ? t.atOnce : date(from),
          ],
        }))}
      />
      {forbidden.length > 0 && <Text>{t.notAllowed(forbidden.map((group) => w.group[group]).join(', '))}</Text>}
      <FailureNote failure={sign.failure} again={again} />
      {sign.doneAt && (
        <Note kind="good" live>
          {t.signed}
        </Note>
      )}
      <div ref={place}>
        {onEdit && (
          <Actions>
            {one.maySign && (
              <Button look="primary" busy={sign.busy} onClick={() => setAsking(true)}>
                {t.sign}
              </Button>
            )}
            <Button onClick={onEdit}>{t.editDraft}</Button>
          </Actions>
        )}
      </div>
      <Dialog open={asking} title={t.signTitle} onClose={() => setAsking(false)}>
        <Text>{t.signText}</Text>
        <Actions>
          <Button
            look="primary"
            onClick={() => {
              setAsking(false)
              void sign.act({ input: { id: one.id, expectedRevision: one.revision } })
            }}
          >
            {t.sign}
          </Button>
          <Button look="subtle" onClick={() => setAsking(false)}>
            {c.cancel}
          </Button>
        </Actions>
      </Dialog>
    </Card>
  )
}
