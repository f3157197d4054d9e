import { useEffect } from 'react'
import { useAct } from '../../parts/ask.ts'
import { Actions, Link, Text } from '../../parts/basics.tsx'
import { TextField } from '../../parts/fields.tsx'
import { Form } from '../../parts/form.tsx'
import { Note } from '../../parts/looks.tsx'
import { Page } from '../../parts/page.tsx'
import { useDraft } from '../../parts/draft.ts'
import { useTexts } from '../../parts/texts.tsx'
import { AcceptInvitation } from './invitation.graphql.ts'
import { takeCode } from './invitation-link.ts'
import { invitationTexts } from './invitation.texts.ts'

/** `/uitnodiging`: a code from paper binds this account to a dossier. */
export function Invitation() {
  const t = useTexts(invitationTexts)
  const accept = useAct(AcceptInvitation)
  const draft = useDraft('invitation', '')
  const { set } = draft
  useEffect(() => {
    const brought = takeCode()
    if (brought !== '') set(brought)
  }, [set])
  return (
    <Page title={t.title} lead={t.lead}>
      {accept.doneAt ? (
        <Note kind="good" live>
          <p>{t.done}</p>
          <Actions>
            <Link to="/" className="nl-button nl-button--primary">
              {t.go}
            </Link>
          </Actions>
        </Note>
      ) : (
        <Form
          draft={draft}
          act={accept}
          onSave={async (code) => (await accept.act({ input: { code } })) !== undefined}
          show={(code) => code}
          label={t.use}
        >
          <TextField
            label={t.code}
            hint={t.hint}
            name="code"
            failure={accept.failure}
            value={draft.value}
            onChange={draft.set}
          />
        </Form>
      )}
      <Text soft>{t.once}</Text>
    </Page>
  )
}
