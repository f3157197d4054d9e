import type { PauseReason } from '../../../graphql/schema.ts'
import { Note } from '../../../parts/looks.tsx'
import { texts, useTexts } from '../../../parts/texts.tsx'

const pausedTexts = texts<Record<PauseReason | 'OWN', string>>(
  {
    OWN: 'Je deelt nu even niets. Scholen zien niets, tot jij weer verdergaat.',
    RESTORED:
      'De Doorstroomhub is teruggezet naar een eerder moment. Daarom deel je nu niets, ook niet met je mentor of ouders. Kijk of alles nog klopt. Druk dan op "Weer verder met delen".',
  },
  {
    OWN: 'You share nothing for now. Schools see nothing until you go on.',
    RESTORED:
      'The Doorstroomhub was put back to an earlier moment. That is why you share nothing now, not with your mentor or parents either. Check whether all is still right. Then press "Go on sharing".',
  },
)

/** Says that nothing is shared at this moment, and why where the student did not do it themselves. */
export function PausedNote({ because }: { because: PauseReason | null }) {
  const t = useTexts(pausedTexts)
  return <Note kind="waiting">{t[because ?? 'OWN']}</Note>
}
