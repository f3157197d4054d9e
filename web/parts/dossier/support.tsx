import type { ReactNode } from 'react'
import { words } from '../../texts/words.ts'
import { Heading, Tag, Text } from '../basics.tsx'
import { useDates } from '../dates.ts'
import { Group } from '../looks.tsx'
import { useOwner } from '../owner.ts'
import { useTexts } from '../texts.tsx'
import { dossierTexts } from './dossier.texts.ts'
import { deeper, Filled, Lines, Prose, WithOwnView } from './pieces.tsx'
import type { Dossier, Look } from './types.ts'

export function AccommodationsGroup({ value, looks, ...look }: Look & { value: Dossier['accommodations'] }) {
  const t = useTexts(dossierTexts)
  const w = useTexts(words)
  const below = deeper(look.level)
  return (
    <Group
      title={t.titles.ACCOMMODATIONS}
      value={value}
      {...look}
      closedText={looks.closed}
      emptyText={looks.empty}
      isEmpty={({ needs, strengths, currentSupport, howToDiscuss }) =>
        needs.length + strengths.length + currentSupport.length === 0 && howToDiscuss === null
      }
    >
      {({ needs, strengths, currentSupport, howToDiscuss }) => (
        <>
          {needs.length > 0 && (
            <>
              <Heading level={below}>{t.needs}</Heading>
              <ul>
                {needs.map(({ id, area, level, accommodations }) => (
                  <li key={id}>
                    <strong>{w.area[area]}</strong>
                    {level && ` (${w.supportLevel[level]})`}
                    {accommodations.length > 0 && `: ${accommodations.map((one) => w.accommodation[one]).join(', ')}`}
                  </li>
                ))}
              </ul>
            </>
          )}
          <Lines title={t.strengths} lines={strengths} level={below} />
          <Lines title={t.currentSupport} lines={currentSupport} level={below} />
          <Filled rows={[[t.discuss, howToDiscuss && w.discuss[howToDiscuss]]]} />
        </>
      )}
    </Group>
  )
}

export function ConditionGroup({ value, looks, ...look }: Look & { value: Dossier['conditions'] }) {
  const t = useTexts(dossierTexts)
  const { date } = useDates()
  return (
    <Group title={t.titles.CONDITION} value={value} {...look} closedText={looks.closed} emptyText={looks.empty}>
      {(conditions) =>
        conditions.map(({ id, name, explanation, statement, ownView }) => (
          <div className="card" key={id}>
            <WithOwnView ownView={ownView}>
              <Heading level={deeper(look.level)}>{name ?? t.unnamed}</Heading>
              <Filled
                rows={[
                  [t.explanation, explanation],
                  [
                    t.proof,
                    statement &&
                      [
                        statement.title,
                        statement.issuedBy && t.proofBy(statement.issuedBy),
                        statement.issuedOn && t.proofOn(date(statement.issuedOn)),
                        statement.expiresOn && t.proofUntil(date(statement.expiresOn)),
                      ]
                        .filter(Boolean)
                        .join(', '),
                  ],
                ]}
              />
            </WithOwnView>
          </div>
        ))
      }
    </Group>
  )
}

export function StudyAdviceGroup({
  value,
  looks,
  actions,
  ...look
}: Look & {
  value: Dossier['studyAdvice']
  /** What may be done with one advice, under it. */
  actions?: ((advice: NonNullable<Dossier['studyAdvice']>[number]) => ReactNode) | undefined
}) {
  const t = useTexts(dossierTexts)
  const w = useTexts(words)
  const owner = useOwner()
  return (
    <Group title={t.titles.STUDY_ADVICE} value={value} {...look} closedText={looks.closed} emptyText={looks.empty}>
      {(all) =>
        all.map((advice) => {
          const { id, author, text, version, acceptedVersion, ownView } = advice
          const isAccepted = acceptedVersion === version
          return (
            <article className="card" key={id} aria-label={t.adviceBy(author.name, w.role[author.role])}>
              <WithOwnView ownView={ownView}>
                <Text soft>
                  {t.adviceBy(author.name, w.role[author.role])}, {t.adviceVersion(version)}{' '}
                  <Tag kind={isAccepted ? 'good' : 'waiting'}>
                    {isAccepted ? t.accepted(owner) : t.notAccepted(owner)}
                  </Tag>
                </Text>
                <Prose>{text}</Prose>
              </WithOwnView>
              {actions?.(advice)}
            </article>
          )
        })
      }
    </Group>
  )
}
