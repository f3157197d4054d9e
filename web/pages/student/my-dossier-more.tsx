import { Heading, Link, Tag } from '../../parts/basics.tsx'
import { EraseDossier } from '../../parts/erase-dossier.tsx'
import { useTexts } from '../../parts/texts.tsx'
import { myDossierMore } from './my-dossier-more.texts.ts'
import { Shared } from './my-dossier-shared.tsx'
import type { Dossier } from './my-dossier.tsx'
import { myGroups } from './parts/my-groups.ts'

/** What stands below on the first page, and comes after it: what schools see, what is filled in, and the way to have all of it removed. */
export function More({ dossier, onErased }: { dossier: Dossier; onErased: () => void }) {
  const t = useTexts(myDossierMore)
  return (
    <>
      <Shared dossier={dossier} />
      <Filled dossier={dossier} />
      {dossier.can.includes('ERASE') && <EraseDossier id={dossier.id} words={t} onErased={onErased} />}
    </>
  )
}

/** Each part of the dossier, whether something is in it, and the way there. */
function Filled({ dossier }: { dossier: Dossier }) {
  const t = useTexts(myDossierMore)
  const g = useTexts(myGroups)
  const { identity, contact, accommodations, careerFile, careerSummary, plusDocument, studyAdvice } = dossier
  const some = (...values: (string | object | null | undefined | readonly unknown[])[]): boolean =>
    values.some((value) => (Array.isArray(value) ? value.length > 0 : Boolean(value)))
  const filled = (done: boolean) => ({ done, word: done ? t.filled : t.open })
  const advice = studyAdvice ?? []
  const isAccepted = advice.length > 0 && advice.every(({ version, acceptedVersion }) => version === acceptedVersion)
  const parts = [
    {
      name: g.IDENTITY,
      to: '/gegevens',
      ...(identity ? filled(true) : { done: false, word: t.bySchool }),
    },
    { name: g.CONTACT, to: '/gegevens', ...filled(some(contact?.email, contact?.phone, contact?.address)) },
    {
      name: g.ACCOMMODATIONS,
      to: '/hulp',
      ...filled(
        some(
          accommodations?.needs,
          accommodations?.strengths,
          accommodations?.currentSupport,
          accommodations?.howToDiscuss,
        ),
      ),
    },
    {
      name: g.CAREER_FILE,
      to: '/loopbaanmap',
      ...filled(some(careerFile?.experiences, careerFile?.reflections, careerFile?.talks)),
    },
    {
      name: g.CAREER_SUMMARY,
      to: '/paspoort',
      ...filled(
        some(
          careerSummary?.aboutMe,
          careerSummary?.strengths,
          careerSummary?.drives,
          careerSummary?.topExperiences,
          careerSummary?.jobInterest,
          careerSummary?.chosenProgrammes,
          careerSummary?.questionForIntaker,
        ),
      ),
    },
    {
      name: g.PLUS_DOCUMENT,
      to: '/loopbaanmap',
      search: { deel: 'extra' },
      ...filled(some(plusDocument?.items)),
    },
    {
      name: g.STUDY_ADVICE,
      to: '/advies',
      done: isAccepted,
      word: isAccepted ? t.accepted : advice.length > 0 ? t.toAccept : t.noAdvice,
    },
  ] as const
  return (
    <section aria-labelledby="filled" className="group">
      <Heading level={2} id="filled">
        {t.doneTitle}
      </Heading>
      <ul className="plain roomy">
        {parts.map(({ name, done, word, ...where }) => (
          <li key={name}>
            <Link {...where}>{name}</Link> <Tag kind={done ? 'good' : 'neutral'}>{word}</Tag>
          </li>
        ))}
      </ul>
    </section>
  )
}
