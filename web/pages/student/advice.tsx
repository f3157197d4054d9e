import { useState } from 'react'
import { useAct, useAsk } from '../../parts/ask.ts'
import { Actions, Button, Card, Heading, Tag, Text } from '../../parts/basics.tsx'
import { Sure } from '../../parts/form.tsx'
import { FailureNote, NoAnswer } from '../../parts/looks.tsx'
import { Page } from '../../parts/page.tsx'
import { useTexts } from '../../parts/texts.tsx'
import { words } from '../../texts/words.ts'
import { AcceptMyAdvice, ContestMyAdvice, MyAdvice, type MyAdviceQuery } from './advice.graphql.ts'
import { adviceTexts } from './advice.texts.ts'
import { NoDossier } from './parts/no-dossier.tsx'
import { OwnView } from './parts/own-view.tsx'
import { WhoSees } from './parts/who-sees.tsx'
import './parts/student.css'

type OneAdvice = NonNullable<MyAdviceQuery['dossiers']['edges'][number]['node']['studyAdvice']>[number]

/** `/advies`: what the school advises, to accept in exactly the version that stands there, with the student's own view beside it. */
export function Advice() {
  const t = useTexts(adviceTexts)
  const { data, failure, slow, again } = useAsk(MyAdvice, {})
  if (!data) return <NoAnswer failure={failure} slow={slow} again={again} />
  const dossier = data.dossiers.edges[0]?.node
  if (!dossier) return <NoDossier />
  const advice = dossier.studyAdvice ?? []
  return (
    <Page title={t.title} lead={t.lead}>
      {advice.length === 0 && <Text soft>{t.none}</Text>}
      {advice.map((one, index) => (
        <OneOf key={one.id} advice={one} title={t.one(index + 1, advice.length)} again={again} />
      ))}
      <WhoSees group="STUDY_ADVICE" />
    </Page>
  )
}

function OneOf({
  advice: { id, text, version, acceptedVersion, ownView, author },
  title,
  again,
}: {
  advice: OneAdvice
  title: string
  again: () => void
}) {
  const t = useTexts(adviceTexts)
  const w = useTexts(words)
  const accept = useAct(AcceptMyAdvice)
  const contest = useAct(ContestMyAdvice)
  const [said, setSaid] = useState('')
  const isAccepted = acceptedVersion === version
  return (
    <Card as="article" labelledBy={`advice-${id}`}>
      <Heading level={2} id={`advice-${id}`}>
        {title}
      </Heading>
      <p>
        <Tag>{t.version(version)}</Tag>{' '}
        <Tag kind={isAccepted ? 'good' : 'waiting'}>{isAccepted ? t.accepted : t.open}</Tag>
      </p>
      <Text soft>{t.by(author.name, w.role[author.role], author.organisation?.name ?? '')}</Text>
      <blockquote className="quote">{text}</blockquote>
      <OwnView id={id} about={title} ownView={ownView} />
      <p>
        <strong>{t.choiceTitle}</strong>
      </p>
      <Text soft>
        {isAccepted
          ? t.acceptedText(version)
          : acceptedVersion === null
            ? t.openText
            : t.newVersion(acceptedVersion, version)}
      </Text>
      <FailureNote failure={accept.failure ?? contest.failure} again={again} />
      <Actions>
        {isAccepted ? (
          <Sure
            label={t.contest}
            title={t.contest}
            text={t.contestText}
            yes={t.contestYes}
            busy={contest.busy}
            onYes={() => {
              setSaid('')
              void contest.act({ input: { id } }).then((done) => done && setSaid(t.contestedNow))
            }}
          />
        ) : (
          <Button
            look="primary"
            busy={accept.busy}
            onClick={() => {
              setSaid('')
              // The version that is on the screen, whatever stands there by now.
              void accept.act({ input: { id, version } }).then((done) => done && setSaid(t.acceptedNow(version)))
            }}
          >
            {t.accept(version)}
          </Button>
        )}
        <span className="soft saved" role="status">
          {said}
        </span>
      </Actions>
    </Card>
  )
}
