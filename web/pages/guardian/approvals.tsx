import { lazy, useState } from 'react'
import { useAsk } from '../../parts/ask.ts'
import { Card, Heading, Link, Text } from '../../parts/basics.tsx'
import { Later } from '../../parts/later.tsx'
import { NoAnswer, Note } from '../../parts/looks.tsx'
import { Page } from '../../parts/page.tsx'
import { useTexts } from '../../parts/texts.tsx'
import { sharingWords } from '../../texts/sharing-words.ts'
import { MyChildren, type MyChildrenQuery } from './approvals.graphql.ts'
import { approvalsTexts } from './approvals.texts.ts'
import { ConsentToApprove, DossierToApprove, NumberStatement, RequestToRefuse } from './waiting.tsx'
import { PauseAll, SharedNow } from './shared-now.tsx'
import '../../parts/sharing/sharing.css'

const Below = lazy(async () => ({ default: (await import('./below.tsx')).Below }))

export type Child = MyChildrenQuery['dossiers']['edges'][number]['node']
export type ChildConsent = NonNullable<Child['consents']>[number]

/** The child's first name, as the guardian says it. */
export const nameOf = ({ identity, parties }: Pick<Child, 'identity' | 'parties'>): string =>
  identity?.callName ?? (parties ?? []).find(({ role }) => role === 'STUDENT')?.name ?? ''

/** `/akkoord`: what waits for a guardian's yes, per child: receiver, purpose and group names, never contents. */
export function Approvals() {
  const t = useTexts(approvalsTexts)
  const { data, failure, slow, again } = useAsk(MyChildren, {})
  const [left, setLeft] = useState('')
  if (!data) return <NoAnswer failure={failure} slow={slow} again={again} />
  const children = data.dossiers.edges.map(({ node }) => node)
  return (
    <Page title={t.title} lead={t.lead}>
      <div role="status">{left !== '' && <Note kind="good">{left}</Note>}</div>
      {children.map((child) => (
        <ChildCard key={child.id} child={child} onLeft={setLeft} />
      ))}
      {children.length === 0 && <Text>{t.none}</Text>}
      <p>
        <Link to="/uitnodiging">{t.code}</Link>
      </p>
    </Page>
  )
}

function ChildCard({ child, onLeft }: { child: Child; onLeft: (words: string) => void }) {
  const t = useTexts(approvalsTexts)
  const w = useTexts(sharingWords)
  const [said, setSaid] = useState('')
  const name = nameOf(child)
  const toApprove = (child.consents ?? []).filter(({ can }) => can.includes('APPROVE_CONSENT'))
  const open = child.can.includes('REFUSE_REQUEST') ? (child.consentRequests ?? []).filter((one) => one.open) : []
  const waits =
    toApprove.length +
    open.length +
    (child.can.includes('APPROVE') || child.can.includes('GIVE_NUMBER_STATEMENT') ? 1 : 0)
  const title = `child-${child.id}`
  return (
    <Card labelledBy={title}>
      <Heading level={2} id={title}>
        {name}
      </Heading>
      {(child.applications ?? []).map(({ id, institution, programme, status }) => (
        <Text key={id}>
          {institution.name}, {programme.name}: {w.applicationStatus[status]}
        </Text>
      ))}
      <Link to="/kind/$dossier" params={{ dossier: child.id }}>
        {t.read(name)}
      </Link>
      <div role="status">{said !== '' && <Note kind="good">{said}</Note>}</div>
      {waits === 0 && <Text>{t.nothingWaits}</Text>}
      {toApprove.map((consent) => (
        <ConsentToApprove key={consent.id} consent={consent} name={name} onSaid={setSaid} />
      ))}
      {child.can.includes('APPROVE') && <DossierToApprove child={child} name={name} onSaid={setSaid} />}
      {open.map((request) => (
        <RequestToRefuse key={request.id} request={request} onSaid={setSaid} />
      ))}
      {child.can.includes('GIVE_NUMBER_STATEMENT') && <NumberStatement dossierId={child.id} onSaid={setSaid} />}
      <SharedNow child={child} name={name} onSaid={setSaid} />
      <PauseAll child={child} />
      <Later of={child.id}>
        <Below child={child} name={name} onLeft={onLeft} />
      </Later>
    </Card>
  )
}
