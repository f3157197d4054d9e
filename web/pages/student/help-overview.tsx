import type { ReactNode } from 'react'
import { useAct } from '../../parts/ask.ts'
import { Actions, Button, Card, Heading, Link, Tag, Text } from '../../parts/basics.tsx'
import { Page } from '../../parts/page.tsx'
import { useTexts } from '../../parts/texts.tsx'
import { common } from '../../texts/common.ts'
import { words } from '../../texts/words.ts'
import { Conditions } from './help-conditions.tsx'
import { needAgain } from './help-questions.tsx'
import { RemoveMySupportNeed, SaveMySupportNeed } from './help.graphql.ts'
import { help } from './help.texts.ts'
import type { HelpDossier, Need } from './help.tsx'
import { UndoNote, useLeftOut, useUndo } from './parts/undo.tsx'
import { undoTexts } from './parts/undo.texts.ts'
import { ApprovedAlready, WhoSees } from './parts/who-sees.tsx'

/** Everything about help at a glance, each to change or to remove. */
export function HelpOverview({ dossier }: { dossier: HelpDossier }) {
  const t = useTexts(help)
  const { needs = [], strengths = [], currentSupport = [], howToDiscuss = null } = dossier.accommodations ?? {}
  const begun = needs.length + strengths.length + currentSupport.length > 0 || howToDiscuss !== null
  return (
    <Page title={t.title} lead={t.lead}>
      <Actions>
        <Link
          to="/hulp"
          search={{ vraag: 'gebieden' }}
          className={`nl-button nl-button--${begun ? 'secondary' : 'primary'}`}
        >
          {begun ? t.through : t.start}
        </Link>
        <span className="soft">{t.oneByOne}</span>
      </Actions>
      <ApprovedAlready status={dossier.status} />
      <Needs dossier={dossier} />
      <Lines title={t.strengthsTitle} step="sterk">
        {strengths.length > 0 && <List lines={strengths} />}
      </Lines>
      <Lines title={t.nowTitle} step="nu">
        {currentSupport.length > 0 && <List lines={currentSupport} />}
      </Lines>
      <Lines title={t.talkTitle} step="praten">
        {howToDiscuss !== null && <Text>{t.discuss[howToDiscuss]}</Text>}
      </Lines>
      <WhoSees group="ACCOMMODATIONS" />
      <section aria-labelledby="conditions" className="group">
        <Heading level={2} id="conditions">
          {t.conditionTitle}
        </Heading>
        <Text soft>{t.conditionHint}</Text>
        <Conditions dossier={dossier} />
        <WhoSees group="CONDITION" />
      </section>
    </Page>
  )
}

const List = ({ lines }: { lines: readonly string[] }) => (
  <ul>
    {lines.map((line) => (
      <li key={line}>{line}</li>
    ))}
  </ul>
)

function Lines({ title, step, children }: { title: string; step: string; children: ReactNode }) {
  const t = useTexts(help)
  const c = useTexts(common)
  const u = useTexts(undoTexts)
  return (
    <Card labelledBy={step}>
      <Heading level={2} id={step}>
        {title}
      </Heading>
      {children || <Text soft>{t.nothingYet}</Text>}
      <Actions>
        <Link
          to="/hulp"
          search={{ vraag: step }}
          className="nl-button nl-button--secondary"
          aria-label={u.change(title)}
        >
          {c.change}
        </Link>
      </Actions>
    </Card>
  )
}

function Needs({ dossier }: { dossier: HelpDossier }) {
  const t = useTexts(help)
  const c = useTexts(common)
  const u = useTexts(undoTexts)
  const w = useTexts(words)
  const remove = useAct(RemoveMySupportNeed)
  const save = useAct(SaveMySupportNeed)
  const undo = useUndo()
  const leftOut = useLeftOut()
  const needs = dossier.accommodations?.needs ?? []
  const takeAway = async (need: Need) => {
    const leftOutFor = leftOut(need.id)
    if (!(await remove.act({ input: { id: need.id } }))) return
    const input = { dossierId: dossier.id, ...needAgain(need) }
    undo.remove({
      what: w.area[need.area],
      leftOutFor,
      restore: async () => (await save.act({ input })) !== undefined,
    })
  }
  return (
    <section aria-labelledby="needs" className="group">
      <Heading level={2} id="needs">
        {t.areasTitle}
      </Heading>
      <UndoNote undo={undo} busy={save.busy} failure={remove.failure ?? save.failure} />
      {needs.length === 0 && <Text soft>{t.nothingYet}</Text>}
      <ul className="cards">
        {needs.map((need) => (
          <Card as="li" key={need.id}>
            <Heading level={3}>{w.area[need.area]}</Heading>
            {need.level !== null && <Tag>{w.supportLevel[need.level]}</Tag>}
            {need.area === 'NONE' && <Text>{t.noHelp}</Text>}
            <List lines={need.accommodations.map((one) => w.accommodation[one])} />
            <Actions>
              {need.area !== 'NONE' && (
                <Link
                  to="/hulp"
                  search={{ vraag: need.area }}
                  className="nl-button nl-button--secondary"
                  aria-label={u.change(w.area[need.area])}
                >
                  {c.change}
                </Link>
              )}
              <Button
                look="subtle"
                negative
                busy={remove.busy}
                aria-label={u.remove(w.area[need.area])}
                onClick={() => void takeAway(need)}
              >
                {c.remove}
              </Button>
            </Actions>
          </Card>
        ))}
      </ul>
      <Actions>
        <Link to="/hulp" search={{ vraag: 'gebieden' }} className="nl-button nl-button--secondary">
          {t.changeAreas}
        </Link>
      </Actions>
    </section>
  )
}
