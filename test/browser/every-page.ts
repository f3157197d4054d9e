/** Ids of the demo that stand in addresses. */
export interface Ids {
  dossier(student: string): string
  application(student: string): string
}

/** Every page, by who sees it; `-` is nobody. */
export const everyPage = ({ dossier, application }: Ids): Record<string, readonly string[]> => ({
  '-': ['/', '/ingelogd', '/controleer', '/nergens'],
  noor: [
    '/mijn-dossier',
    '/gegevens',
    '/hulp',
    '/hulp?vraag=gebieden',
    '/hulp?vraag=diagnose',
    '/loopbaanmap',
    '/loopbaanmap?deel=vragen',
    '/loopbaanmap?deel=gesprekken',
    '/ervaringen-inlezen',
    '/paspoort',
    '/advies',
    '/delen',
    '/zo-ziet-het-mbo-het',
    '/wie-heeft-gekeken',
    '/papier',
    '/kennismaking',
    `/samen/${dossier('noor')}/${application('noor')}`,
    '/uitnodiging',
  ],
  lotte: ['/delen', '/mijn-dossier'],
  'father-of-noor': ['/akkoord', `/kind/${dossier('noor')}`, '/uitnodiging'],
  joris: [
    '/leerlingen',
    '/leerlingen?zoek=niemand',
    `/leerlingen/${dossier('noor')}`,
    `/samen/${dossier('noor')}/${application('noor')}`,
    '/leerlingen/inlezen',
  ],
  amira: ['/leerlingen', `/leerlingen/${dossier('noor')}`, `/samen/${dossier('noor')}/${application('noor')}`],
  marieke: [
    '/gesprekken',
    `/aankomend/${dossier('noor')}`,
    `/aankomend/${dossier('eva')}`,
    `/aankomend/${dossier('jay')}`,
    `/samen/${dossier('noor')}/${application('noor')}`,
    `/samen/${dossier('eva')}/${application('eva')}`,
  ],
  ilse: ['/regio', '/afspraken', '/afspraken/10'],
  zwolle: ['/inwoners'],
  beheer: ['/beheer', '/afspraken', '/afspraken/19'],
})
