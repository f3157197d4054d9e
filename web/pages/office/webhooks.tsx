import { useState } from 'react'
import { useAct } from '../../parts/ask.ts'
import { Actions, Button, Card, Facts, Heading, Tag, Text } from '../../parts/basics.tsx'
import { useDates } from '../../parts/dates.ts'
import { fieldsOf, useDraft } from '../../parts/draft.ts'
import { useEditing, useFocusWithin } from '../../parts/editing.ts'
import { TextField } from '../../parts/fields.tsx'
import { Form, Sure } from '../../parts/form.tsx'
import { FailureNote, Note } from '../../parts/looks.tsx'
import { useTexts } from '../../parts/texts.tsx'
import {
  RegisterWebhook,
  RemoveWebhook,
  ResumeWebhook,
  RotateWebhookSecret,
  type HubNowQuery,
  type RegisterWebhookMutation,
} from './hub.graphql.ts'
import { webhooks as webhookTexts } from './webhooks.texts.ts'

type Webhook = NonNullable<HubNowQuery['webhooks']>[number]
type Made = RegisterWebhookMutation['registerWebhook']

/** The addresses that are told of changes: register one, see how it goes, give it another secret, take it away. */
export function Webhooks({ webhooks }: { webhooks: readonly Webhook[] | null }) {
  const t = useTexts(webhookTexts)
  const [made, setMade] = useState<Made | null>(null)
  const place = useFocusWithin(made !== null, 'button')
  return (
    <section className="group" aria-labelledby="hooks">
      <Heading level={2} id="hooks">
        {t.title}
      </Heading>
      <Text soft>{t.text}</Text>
      <div ref={place}>{made ? <Secret made={made} done={() => setMade(null)} /> : <Register onMade={setMade} />}</div>
      {webhooks === null || webhooks.length === 0 ? (
        <Text soft>{t.none}</Text>
      ) : (
        <ul className="plain">
          {webhooks.map((webhook) => (
            <OneWebhook key={webhook.id} webhook={webhook} onMade={setMade} />
          ))}
        </ul>
      )}
    </section>
  )
}

function Register({ onMade }: { onMade: (made: Made) => void }) {
  const t = useTexts(webhookTexts)
  const draft = useDraft('webhook', { url: '', institution: '', description: '' })
  const register = useAct(RegisterWebhook)
  const [open, setOpen, place] = useEditing(draft.dirty)
  const field = fieldsOf(draft, register.failure)
  return (
    <div ref={place}>
      {open ? (
        <Form
          draft={draft}
          act={register}
          label={t.registerIt}
          onCancel={() => setOpen(false)}
          show={({ url, institution }) => `${url} ${institution}`}
          onSave={async ({ url, institution, description }) => {
            const done = await register.act({
              input: {
                url: url.trim(),
                institution: institution.trim().toUpperCase(),
                ...(description.trim() === '' ? {} : { description: description.trim() }),
              },
            })
            if (done) onMade(done.registerWebhook)
            return done !== undefined
          }}
        >
          <TextField label={t.address} hint={t.addressHint} type="url" maxLength={1000} {...field('url')} />
          <TextField label={t.institution} hint={t.institutionHint} maxLength={4} {...field('institution')} />
          <TextField
            optional
            label={t.description}
            hint={t.descriptionHint}
            maxLength={200}
            {...field('description')}
          />
        </Form>
      ) : (
        <Actions>
          <Button onClick={() => setOpen(true)}>{t.register}</Button>
        </Actions>
      )}
    </div>
  )
}

/** The secret, this once: to copy and pass on. It is kept nowhere, not on this device either. */
function Secret({ made: { secret, webhook }, done }: { made: Made; done: () => void }) {
  const t = useTexts(webhookTexts)
  const [said, setSaid] = useState('')
  return (
    <Note kind="good" live>
      <Heading level={3}>{t.secretTitle(webhook.institution.name)}</Heading>
      <p className="code code--link">{secret}</p>
      <p>{t.secretOnce(webhook.url)}</p>
      <Actions>
        <Button
          onClick={() =>
            void navigator.clipboard.writeText(secret).then(
              () => setSaid(t.copied),
              () => setSaid(t.notCopied),
            )
          }
        >
          {t.copy}
        </Button>
        <Button look="subtle" onClick={done}>
          {t.secretDone}
        </Button>
        <span className="soft">{said}</span>
      </Actions>
    </Note>
  )
}

function OneWebhook({ webhook, onMade }: { webhook: Webhook; onMade: (made: Made) => void }) {
  const t = useTexts(webhookTexts)
  const { moment } = useDates()
  const resume = useAct(ResumeWebhook)
  const remove = useAct(RemoveWebhook)
  const rotate = useAct(RotateWebhookSecret)
  const input = { input: { id: webhook.id } }
  const at = (value: string | null): string => (value === null ? '-' : moment(value))
  return (
    <Card as="li">
      <Heading level={3}>
        {webhook.institution.name}{' '}
        <Tag kind={webhook.state === 'ACTIVE' ? 'good' : 'waiting'}>{t.state[webhook.state] ?? webhook.state}</Tag>
      </Heading>
      <Text>
        {webhook.url} {webhook.description && <span className="soft">({webhook.description})</span>}
      </Text>
      <Facts
        rows={[
          ...(webhook.pausedBecause === null ? [] : [[t.pausedBecause, webhook.pausedBecause] as const]),
          [t.lastSuccess, at(webhook.lastSuccessAt)],
          [t.lastFailure, webhook.lastFailure === null ? '-' : `${at(webhook.lastFailureAt)}: ${webhook.lastFailure}`],
          [t.behind, at(webhook.behindSince)],
          [t.next, at(webhook.nextAttemptAt)],
        ]}
      />
      <FailureNote failure={resume.failure ?? rotate.failure ?? remove.failure} />
      <Actions>
        {webhook.state === 'PAUSED' && (
          <Button busy={resume.busy} onClick={() => void resume.act(input)}>
            {t.resume}
          </Button>
        )}
        <Sure
          label={t.rotate}
          title={t.rotate}
          text={t.rotateText}
          yes={t.rotateYes}
          negative={false}
          busy={rotate.busy}
          onYes={() => void rotate.act(input).then((done) => done && onMade(done.rotateWebhookSecret))}
        />
        <Sure
          label={t.remove}
          title={t.remove}
          text={t.removeText(webhook.url)}
          yes={t.remove}
          busy={remove.busy}
          onYes={() => void remove.act(input)}
        />
      </Actions>
    </Card>
  )
}
