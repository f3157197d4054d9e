import { useState } from 'react'
import type { Purpose } from '../../graphql/schema.ts'
import { useAct } from '../../parts/ask.ts'
import { Actions, Button, Card, Facts, Heading, Text } from '../../parts/basics.tsx'
import { useDates } from '../../parts/dates.ts'
import { Choices } from '../../parts/fields.tsx'
import { Dialog, Sure } from '../../parts/form.tsx'
import { FailureNote } from '../../parts/looks.tsx'
import { useTexts } from '../../parts/texts.tsx'
import { common } from '../../texts/common.ts'
import { words } from '../../texts/words.ts'
import { GiveMyNumberStatement, RevealMyNumber } from './my-data.graphql.ts'
import { myData } from './my-data.texts.ts'
import type { Dossier } from './my-data.tsx'
import { WhoSees } from './parts/who-sees.tsx'

const PURPOSES: readonly Purpose[] = ['ENROLMENT_ADMIN', 'INTAKE_TALK', 'SUPPORT_ARRANGEMENT', 'STUDY_START']

/** The personal number: four digits, the whole of it only when asked twice, and the yes for the new school. */
export function MyNumber({ dossier, again }: { dossier: Dossier; again: () => void }) {
  const t = useTexts(myData)
  const c = useTexts(common)
  const w = useTexts(words)
  const { personalNumber } = dossier
  return (
    <Card labelledBy="number">
      <Heading level={2} id="number">
        {t.number}
      </Heading>
      {personalNumber ? (
        <>
          <Text soft>{t.numberText}</Text>
          <Facts
            rows={[
              [t.kind, w.numberKind[personalNumber.kind]],
              [
                t.masked,
                <>
                  <span className="number" aria-hidden="true">
                    {personalNumber.masked}
                  </span>
                  <span className="hidden">
                    {t.maskedLabel} {personalNumber.masked.replaceAll('•', '')}
                  </span>
                </>,
              ],
            ]}
          />
          <Reveal dossierId={dossier.id} again={again} />
          <Reveals reveals={personalNumber.reveals ?? []} />
          <Statement dossier={dossier} given={personalNumber.statementGiven} />
        </>
      ) : (
        <Text soft>{c.empty}</Text>
      )}
      <WhoSees group="PERSONAL_NUMBER" />
    </Card>
  )
}

function Reveal({ dossierId, again }: { dossierId: string; again: () => void }) {
  const t = useTexts(myData)
  const c = useTexts(common)
  const w = useTexts(words)
  const reveal = useAct(RevealMyNumber)
  const [asking, setAsking] = useState(false)
  const [purpose, setPurpose] = useState<Purpose>('ENROLMENT_ADMIN')
  const [shown, setShown] = useState<string | null>(null)
  const [hidden, setHidden] = useState(false)
  const show = async () => {
    setAsking(false)
    const answer = await reveal.act({ input: { dossierId, purpose } })
    if (!answer) return
    setShown(answer.revealPersonalNumber)
    // That it was shown is in the list from now on.
    again()
  }
  return (
    <>
      <p role="status" className="number number--whole">
        {shown !== null ? t.whole(shown) : hidden ? t.hidden : ''}
      </p>
      <FailureNote failure={reveal.failure} />
      <Actions>
        {shown === null ? (
          <Button busy={reveal.busy} onClick={() => setAsking(true)}>
            {t.reveal}
          </Button>
        ) : (
          <Button
            onClick={() => {
              setShown(null)
              setHidden(true)
            }}
          >
            {t.hide}
          </Button>
        )}
      </Actions>
      <Dialog open={asking} title={t.reveal} onClose={() => setAsking(false)}>
        <Text>{t.revealText}</Text>
        <Choices
          legend={t.purpose}
          options={PURPOSES.map((each) => [each, w.purpose[each]] as const)}
          chosen={[purpose]}
          onChange={([chosen]) => setPurpose(chosen ?? purpose)}
        />
        <Actions>
          <Button look="primary" onClick={() => void show()}>
            {t.revealYes}
          </Button>
          <Button look="subtle" onClick={() => setAsking(false)}>
            {c.cancel}
          </Button>
        </Actions>
      </Dialog>
    </>
  )
}

function Reveals({ reveals }: { reveals: NonNullable<NonNullable<Dossier['personalNumber']>['reveals']> }) {
  const t = useTexts(myData)
  const w = useTexts(words)
  const { moment } = useDates()
  return (
    <>
      <Heading level={3}>{t.reveals}</Heading>
      {reveals.length === 0 ? (
        <Text soft>{t.noReveals}</Text>
      ) : (
        <ul>
          {reveals.map(({ at, by, purpose }) => (
            <li key={`${at}${by.name}`}>
              {t.seen(
                moment(at),
                `${by.name} (${[w.role[by.role], by.organisation?.name].filter(Boolean).join(', ')})`,
                w.purpose[purpose],
              )}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

/** The instemmingsverklaring (WVO art. 103b). */
function Statement({ dossier: { id, can }, given }: { dossier: Dossier; given: boolean }) {
  const t = useTexts(myData)
  const give = useAct(GiveMyNumberStatement)
  const may = can.includes('GIVE_NUMBER_STATEMENT')
  return (
    <>
      <Heading level={3}>{t.statement}</Heading>
      <Text soft>{t.statementText}</Text>
      <p role="status">{given ? t.statementGiven : may ? '' : t.statementNot}</p>
      <FailureNote failure={give.failure} />
      {may && (
        <Sure
          label={t.statementAsk}
          title={t.statement}
          text={t.statementSure}
          yes={t.statementYes}
          negative={false}
          busy={give.busy}
          onYes={() => void give.act({ input: { dossierId: id } })}
        />
      )}
    </>
  )
}
