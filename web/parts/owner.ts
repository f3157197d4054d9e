import { useViewer } from './session.tsx'
import { texts, useTexts } from './texts.tsx'

/** What the owner of a dossier is called: on its own (`leerling`), in a sentence (`de leerling`) and where that begins. */
export interface Owner {
  word: string
  the: string
  The: string
}

const owners = texts<Record<'school' | 'guardian' | 'others', Owner>>(
  {
    school: { word: 'leerling', the: 'de leerling', The: 'De leerling' },
    guardian: { word: 'uw kind', the: 'uw kind', The: 'Uw kind' },
    others: { word: 'student', the: 'de student', The: 'De student' },
  },
  {
    school: { word: 'pupil', the: 'the pupil', The: 'The pupil' },
    guardian: { word: 'your child', the: 'your child', The: 'Your child' },
    others: { word: 'student', the: 'the student', The: 'The student' },
  },
)

/** The one person whom a school, a guardian and the mbo each call something else, for parts that all of them read. */
export function useOwner(): Owner {
  const all = useTexts(owners)
  const { role } = useViewer()
  if (role === 'GUARDIAN') return all.guardian
  return role === 'MENTOR' || role === 'CARE_COORDINATOR' ? all.school : all.others
}
