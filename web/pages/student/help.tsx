import { useNavigate, useSearch } from '@tanstack/react-router'
import type { SupportArea } from '../../graphql/schema.ts'
import { useAsk } from '../../parts/ask.ts'
import { Actions, Link, Text } from '../../parts/basics.tsx'
import { NoAnswer, Note } from '../../parts/looks.tsx'
import { Page } from '../../parts/page.tsx'
import { useTexts } from '../../parts/texts.tsx'
import { words } from '../../texts/words.ts'
import { Conditions } from './help-conditions.tsx'
import { HelpOverview } from './help-overview.tsx'
import { AreaQuestion, AreasQuestion, LinesQuestion, TalkQuestion } from './help-questions.tsx'
import { MyHelp, type MyHelpQuery } from './help.graphql.ts'
import { help } from './help.texts.ts'
import { NoDossier } from './parts/no-dossier.tsx'
import { ApprovedAlready, WhoSees } from './parts/who-sees.tsx'
import './parts/student.css'

export type HelpDossier = MyHelpQuery['dossiers']['edges'][number]['node']
export type Need = NonNullable<HelpDossier['accommodations']>['needs'][number]

/** The questions in their order: one for each area that was ticked. Their names stand in the address. */
export function stepsOf(dossier: HelpDossier): string[] {
  const areas = (dossier.accommodations?.needs ?? []).map(({ area }) => area).filter((area) => area !== 'NONE')
  return ['gebieden', ...new Set<string>(areas), 'sterk', 'nu', 'praten', 'diagnose']
}

/** `/hulp`: one question a page (`?vraag=`), each of which may be skipped; without a question the overview. */
export function Help() {
  const { vraag } = useSearch({ strict: false })
  const { data, failure, slow, again } = useAsk(MyHelp, {})
  if (!data) return <NoAnswer failure={failure} slow={slow} again={again} />
  const dossier = data.dossiers.edges[0]?.node
  if (!dossier) return <NoDossier />
  return vraag === undefined ? (
    <HelpOverview dossier={dossier} />
  ) : (
    <Question key={vraag} step={vraag} dossier={dossier} />
  )
}

function Question({ step, dossier }: { step: string; dossier: HelpDossier }) {
  const t = useTexts(help)
  const w = useTexts(words)
  const navigate = useNavigate()
  const steps = stepsOf(dossier)
  const place = steps.indexOf(step)
  const after = steps[place + 1]
  const before = steps[place - 1]
  const next = (): void => void navigate({ to: '/hulp', search: after === undefined ? {} : { vraag: after } })
  const { strengths = [], currentSupport = [], needs = [] } = dossier.accommodations ?? {}
  if (place < 0)
    return (
      <Page title={t.title}>
        <Note>{t.gone}</Note>
        <Link to="/hulp">{t.toOverview}</Link>
      </Page>
    )
  const need = needs.find(({ area }) => area === step)
  const titles: Record<string, string> = {
    gebieden: t.areas,
    sterk: t.strengths,
    nu: t.now,
    praten: t.talk,
    diagnose: t.condition,
  }
  return (
    <Page title={titles[step] ?? t.area(w.area[step as SupportArea])}>
      <Text soft>{t.progress(place + 1, steps.length)}</Text>
      <WhoSees group={step === 'diagnose' ? 'CONDITION' : 'ACCOMMODATIONS'} />
      <ApprovedAlready status={dossier.status} />
      {step === 'gebieden' && <AreasQuestion dossier={dossier} next={next} />}
      {need && <AreaQuestion dossierId={dossier.id} need={need} next={next} />}
      {step === 'sterk' && <LinesQuestion dossier={dossier} part="strengths" saved={strengths} next={next} />}
      {step === 'nu' && <LinesQuestion dossier={dossier} part="currentSupport" saved={currentSupport} next={next} />}
      {step === 'praten' && <TalkQuestion dossier={dossier} next={next} />}
      {step === 'diagnose' && (
        <>
          <Text>{t.conditionHint}</Text>
          <Conditions dossier={dossier} level={2} />
        </>
      )}
      <Actions>
        {after === undefined && (
          <Link to="/hulp" className="nl-button nl-button--primary">
            {t.done}
          </Link>
        )}
        {before !== undefined && (
          <Link to="/hulp" search={{ vraag: before }} className="nl-button nl-button--subtle">
            {t.before}
          </Link>
        )}
        {after !== undefined && (
          <>
            <Link to="/hulp" search={{ vraag: after }} className="nl-button nl-button--subtle">
              {t.skip}
            </Link>
            <Link to="/hulp" className="nl-button nl-button--subtle">
              {t.toOverview}
            </Link>
          </>
        )}
      </Actions>
    </Page>
  )
}
