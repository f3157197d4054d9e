import type { PauseReason } from '../../../graphql/schema.ts'
import { Note } from '../../../parts/looks.tsx'
import { texts, useTexts } from '../../../parts/texts.tsx'

const pausedTexts = texts(
  {
    paused: 'Je deelt nu even niets. Scholen zien niets, tot jij weer verdergaat.',
    because: {
      RESTORED:
        'Je deelt nu even niets, en dat deed je niet zelf. De Doorstroomhub is na een storing teruggezet naar een eerder moment. Kijk of alles nog klopt wat je deelt, en druk dan op "Weer verder met delen". Wat je met je mentor of ouders deelde, staat ook uit. Dat zet je weer aan bij "Wie ziet dit?".',
    } satisfies Record<PauseReason, string>,
  },
  {
    paused: 'You share nothing for now. Schools see nothing until you go on.',
    because: {
      RESTORED:
        'You share nothing for now, and you did not do that yourself. After a breakdown the Doorstroomhub was put back to an earlier moment. Check whether what you share is still right, and then press "Go on sharing". What you shared with your mentor or parents is off too. You turn that on again at "Who sees this?".',
    },
  },
)

/** That nothing is shared for now, and why where the student did not do it. */
export function PausedNote({ because }: { because: PauseReason | null }) {
  const t = useTexts(pausedTexts)
  return <Note kind="waiting">{because === null ? t.paused : t.because[because]}</Note>
}
