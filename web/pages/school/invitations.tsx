import { useState } from 'react'
import type { Role } from '../../graphql/schema.ts'
import { useAct } from '../../parts/ask.ts'
import { Actions, Button, Heading, Text } from '../../parts/basics.tsx'
import { useDates } from '../../parts/dates.ts'
import { useFocusWithin } from '../../parts/editing.ts'
import { useDraft } from '../../parts/draft.ts'
import { Choices, TextField } from '../../parts/fields.tsx'
import { Form, Sure } from '../../parts/form.tsx'
import { FailureNote, Note } from '../../parts/looks.tsx'
import { useOwner } from '../../parts/owner.ts'
import { useTexts } from '../../parts/texts.tsx'
import { words } from '../../texts/words.ts'
import { linkOf } from '../guardian/invitation-link.ts'
import { Opening } from './opening.tsx'
import { CreateInvitation, RevokeInvitation, type CreateInvitationMutation } from './pupil-acts.graphql.ts'
import type { AroundPupilQuery } from './pupil.graphql.ts'
import { pupilTexts } from './pupil.texts.ts'

type Invitation = NonNullable<NonNullable<AroundPupilQuery['dossier']>['invitations']>[number]
type Created = CreateInvitationMutation['createInvitation']

/** Codes that bind an account to the dossier: a new one is shown once; those that wait can be withdrawn. */
export function Invitations({
  dossierId,
  invitations,
  pupil,
}: {
  dossierId: string
  invitations: readonly Invitation[]
  pupil: string
}) {
  const t = useTexts(pupilTexts)
  const w = useTexts(words)
  const roles = { STUDENT: useOwner().word, GUARDIAN: w.role.GUARDIAN }
  const { day } = useDates()
  const draft = useDraft(`invite:${dossierId}`, { name: pupil, role: 'STUDENT' as Role })
  const create = useAct(CreateInvitation)
  const revoke = useAct(RevokeInvitation)
  const [made, setMade] = useState<Created | null>(null)
  const place = useFocusWithin(made !== null, 'button')
  const { value, set } = draft
  return (
    <section className="group" aria-labelledby="invitations">
      <Heading level={2} id="invitations">
        {t.inviteTitle}
      </Heading>
      <Text soft>{t.inviteText}</Text>
      <div ref={place}>
        {made ? (
          <Code made={made} done={() => setMade(null)} />
        ) : (
          <Opening label={t.invite} dirty={draft.dirty}>
            {(close) => (
              <Form
                draft={draft}
                act={create}
                label={t.inviteSend}
                onCancel={close}
                show={({ name }) => name}
                onSave={async ({ name, role }) => {
                  const done = await create.act({ input: { dossierId, name, role } })
                  if (done) {
                    setMade(done.createInvitation)
                    close()
                  }
                  return done !== undefined
                }}
              >
                <Choices
                  legend={t.inviteRole}
                  options={(['STUDENT', 'GUARDIAN'] as const).map((role) => [role, roles[role]])}
                  chosen={value.role === 'STUDENT' || value.role === 'GUARDIAN' ? [value.role] : []}
                  onChange={([role]) =>
                    set({
                      role: role ?? 'STUDENT',
                      name: role === 'GUARDIAN' && value.name === pupil ? '' : value.name,
                    })
                  }
                />
                <TextField
                  label={t.inviteName}
                  maxLength={120}
                  name="name"
                  failure={create.failure}
                  value={value.name}
                  onChange={(name) => set({ ...value, name })}
                />
              </Form>
            )}
          </Opening>
        )}
      </div>
      <Heading level={3}>{t.openInvitations}</Heading>
      <FailureNote failure={revoke.failure} />
      <div role="status">{revoke.doneAt && <Text>{t.withdrawn}</Text>}</div>
      {invitations.length === 0 ? (
        <Text soft>{t.noInvitations}</Text>
      ) : (
        <ul className="plain">
          {invitations.map(({ id, name, role, expiresAt }) => (
            <li key={id}>
              {name} ({role === 'STUDENT' ? roles[role] : w.role[role]}), {t.until(day(expiresAt))}
              <Actions>
                <Sure
                  label={t.withdraw(name)}
                  title={t.withdrawTitle}
                  text={t.withdrawText}
                  yes={t.withdrawYes}
                  busy={revoke.busy}
                  onYes={() => void revoke.act({ input: { id } })}
                />
              </Actions>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

/** The code, this once: to print, or as a link to pass on. It is kept nowhere, not on this device either. */
function Code({ made: { code, invitation }, done }: { made: Created; done: () => void }) {
  const t = useTexts(pupilTexts)
  const { day } = useDates()
  const [said, setSaid] = useState('')
  return (
    // Whoever it is handed to may not read the dossier around it: only this goes on paper.
    <div className="paper-alone">
      <Note kind="good" live>
        <Heading level={3}>{t.codeTitle(invitation.name)}</Heading>
        <p className="code">{code}</p>
        <p>
          {t.codePaper} <span className="code code--link">{`${location.origin}/uitnodiging`}</span>
        </p>
        <p>{t.codeUntil(day(invitation.expiresAt))}</p>
        <div className="screen-only">
          <p>
            {t.codeLink} <span className="code code--link">{linkOf(code)}</span>
          </p>
          <p>{t.codeOnce}</p>
        </div>
        <Actions>
          <Button onClick={() => print()}>{t.codePrint}</Button>
          <Button
            onClick={() =>
              void navigator.clipboard.writeText(linkOf(code)).then(
                () => setSaid(t.linkCopied),
                () => setSaid(t.linkNotCopied),
              )
            }
          >
            {t.linkCopy}
          </Button>
          <Button look="subtle" onClick={done}>
            {t.codeDone}
          </Button>
          <span className="soft">{said}</span>
        </Actions>
      </Note>
    </div>
  )
}
