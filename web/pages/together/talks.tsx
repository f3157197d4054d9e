import { useAct, useAsk } from '../../parts/ask.ts'
import { Actions, Button, Card, Heading, Link, Tag, Text } from '../../parts/basics.tsx'
import { useDates } from '../../parts/dates.ts'
import { FailureNote, NoAnswer, Note } from '../../parts/looks.tsx'
import { Page } from '../../parts/page.tsx'
import { useTexts } from '../../parts/texts.tsx'
import { words } from '../../texts/words.ts'
import { AcceptMyTalk, MyTalks } from './talks.graphql.ts'
import { talks } from './talks.texts.ts'

/** `/kennismaking`: the student's talks, one per application, each with its live document. */
export function Talks() {
  const t = useTexts(talks)
  const w = useTexts(words)
  const { moment } = useDates()
  const { data, failure, slow, again } = useAsk(MyTalks, {})
  const accept = useAct(AcceptMyTalk)
  if (!data) return <NoAnswer failure={failure} slow={slow} again={again} />
  const dossier = data.dossiers.edges[0]?.node
  const applications = dossier?.applications ?? []
  return (
    <Page title={t.title} lead={applications.length > 0 ? t.lead : undefined}>
      {!dossier ? <Text>{t.noDossier}</Text> : applications.length === 0 && <Text>{t.none}</Text>}
      <FailureNote failure={accept.failure} />
      {accept.doneAt && (
        <Note kind="good" live>
          {t.accepted}
        </Note>
      )}
      {applications.map(({ id, institution, programme, status, talkAt, talkProposedAt }) => (
        <Card key={id} labelledBy={`talk-${id}`}>
          <Heading level={2} id={`talk-${id}`}>
            {institution.name}
          </Heading>
          <Text>
            {programme.name} <Tag>{w.applicationStatus[status]}</Tag>
          </Text>
          <Text>{talkAt ? t.at(moment(talkAt)) : talkProposedAt ? null : t.noTime}</Text>
          {talkProposedAt && <Text>{t.proposed(institution.name, moment(talkProposedAt))}</Text>}
          <Actions>
            {talkProposedAt && dossier?.can.includes('ACCEPT_TALK') && (
              <Button look="primary" busy={accept.busy} onClick={() => void accept.act({ input: { id } })}>
                {t.accept}
              </Button>
            )}
            {dossier && (
              <Link to="/samen/$dossier/$application" params={{ dossier: dossier.id, application: id }}>
                {t.open(institution.name)}
              </Link>
            )}
          </Actions>
        </Card>
      ))}
    </Page>
  )
}
