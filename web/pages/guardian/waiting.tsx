import type { ReactNode } from 'react'
import { useAct } from '../../parts/ask.ts'
import { Actions, Button, Facts, Heading, Link } from '../../parts/basics.tsx'
import { useDates } from '../../parts/dates.ts'
import { FailureNote } from '../../parts/looks.tsx'
import { useTexts } from '../../parts/texts.tsx'
import { sharingWords } from '../../texts/sharing-words.ts'
import {
  ApproveChildConsent,
  ApproveChildDossier,
  GiveNumberStatement,
  RefuseChildRequest,
  ReopenChildDossier,
  StopChildConsent,
} from './approvals.graphql.ts'
import { approvalsTexts } from './approvals.texts.ts'
import type { Child, ChildConsent } from './approvals.tsx'

type Say = (words: string) => void

const Waits = ({ title, children }: { title: string; children: ReactNode }) => (
  <section className="note note--waiting">
    <Heading level={3}>{title}</Heading>
    {children}
  </section>
)

/** A consent that needs this guardian's yes. Contents are the child's own: names of groups are enough to decide. */
export function ConsentToApprove({ consent, name, onSaid }: { consent: ChildConsent; name: string; onSaid: Say }) {
  const t = useTexts(approvalsTexts)
  const w = useTexts(sharingWords)
  const { day } = useDates()
  const approve = useAct(ApproveChildConsent)
  const stop = useAct(StopChildConsent)
  const { id, institution, groups, purpose, wording, approvals, expiresAt, can } = consent
  return (
    <Waits title={t.consentTitle(name, institution.name)}>
      <Facts
        rows={[
          [t.consentWhat, groups.map((group) => w.group[group]).join(', ')],
          [t.consentWhatFor, w.purpose[purpose]],
          [t.consentWho, t.consentWhoText(institution.name)],
          ...(expiresAt === null ? [] : [[t.consentUntil, day(expiresAt)] as const]),
        ]}
      />
      <p>{t.consentContents}</p>
      <p>{t.consentWords(name)}</p>
      {/* It stays in the language in which it was read: no Dutch wording has this word. */}
      <blockquote className="said" lang={/ you /.test(wording) ? 'en' : 'nl'}>
        {wording}
      </blockquote>
      {approvals.length > 0 && (
        <p className="soft">
          {t.saidYes(approvals.map(({ by, at }) => `${by.name}, ${day(at)}`).join('; '))} {t.lapses}
        </p>
      )}
      <FailureNote failure={approve.failure ?? stop.failure} />
      <Actions>
        <Button
          look="primary"
          busy={approve.busy}
          onClick={() =>
            void approve.act({ input: { id } }).then((done) => {
              if (done) onSaid(done.approveConsent.state === 'GRANTED' ? t.approved(institution.name) : t.approvedWaits)
            })
          }
        >
          {t.approve}
        </Button>
        {can.includes('REVOKE_CONSENT') && (
          <Button
            negative
            busy={stop.busy}
            onClick={() =>
              void stop.act({ input: { id } }).then((done) => {
                if (done) onSaid(t.declined(institution.name))
              })
            }
          >
            {t.decline}
          </Button>
        )}
      </Actions>
    </Waits>
  )
}

/** A dossier that is ready for a yes to exactly this version. */
export function DossierToApprove({ child, name, onSaid }: { child: Child; name: string; onSaid: Say }) {
  const t = useTexts(approvalsTexts)
  const approve = useAct(ApproveChildDossier)
  const reopen = useAct(ReopenChildDossier)
  const { id, version, can, approvals } = child
  const expected = { id, expectedVersion: version }
  const yes = (approvals ?? []).filter((each) => each.version === version).map(({ by }) => by.name)
  return (
    <Waits title={t.dossierTitle(name)}>
      <p>{t.dossierText}</p>
      {yes.length > 0 && <p className="soft">{t.saidYes(yes.join(', '))}</p>}
      <p>
        <Link to="/kind/$dossier" params={{ dossier: id }}>
          {t.read(name)}
        </Link>
      </p>
      <FailureNote failure={approve.failure ?? reopen.failure} />
      <Actions>
        <Button
          look="primary"
          busy={approve.busy}
          onClick={() =>
            void approve.act({ input: expected }).then((done) => {
              if (done) onSaid(t.dossierApproved)
            })
          }
        >
          {t.dossierYes}
        </Button>
        {can.includes('MOVE_TO_DRAFT') && (
          <Button
            busy={reopen.busy}
            onClick={() =>
              void reopen.act({ input: { ...expected, to: 'DRAFT' } }).then((done) => {
                if (done) onSaid(t.dossierReopened)
              })
            }
          >
            {t.dossierNo}
          </Button>
        )}
      </Actions>
      {can.includes('MOVE_TO_DRAFT') && <p className="soft">{t.dossierNoText}</p>}
    </Waits>
  )
}

/** A school's question about a child under 16, to which a guardian may say no. */
export function RequestToRefuse({
  request,
  onSaid,
}: {
  request: NonNullable<Child['consentRequests']>[number]
  onSaid: Say
}) {
  const t = useTexts(approvalsTexts)
  const w = useTexts(sharingWords)
  const no = useAct(RefuseChildRequest)
  const { id, institution, groups, purpose, message } = request
  return (
    <Waits title={t.requestTitle(institution.name)}>
      <p>{t.requestText(groups.map((group) => w.group[group]).join(', '), w.purpose[purpose])}</p>
      {message !== null && <blockquote className="said">{message}</blockquote>}
      <FailureNote failure={no.failure} />
      <Actions>
        <Button
          busy={no.busy}
          onClick={() =>
            void no.act({ input: { id } }).then((done) => {
              if (done) onSaid(t.requestRefused)
            })
          }
        >
          {t.requestNo}
        </Button>
      </Actions>
    </Waits>
  )
}

/** The yes to passing on the number after enrolment (WVO art. 103b). */
export function NumberStatement({ dossierId, onSaid }: { dossierId: string; onSaid: Say }) {
  const t = useTexts(approvalsTexts)
  const give = useAct(GiveNumberStatement)
  return (
    <Waits title={t.numberTitle}>
      <p>{t.numberText}</p>
      <FailureNote failure={give.failure} />
      <Actions>
        <Button
          busy={give.busy}
          onClick={() =>
            void give.act({ input: { dossierId } }).then((done) => {
              if (done) onSaid(t.numberGiven)
            })
          }
        >
          {t.numberYes}
        </Button>
      </Actions>
    </Waits>
  )
}
