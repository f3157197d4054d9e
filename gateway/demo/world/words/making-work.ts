import { programmes as p } from '../programmes.ts'
import type { Interest } from './interest.ts'

const engineering: Interest = {
  programmes: {
    ENTREE: [p.techniekEntree],
    LEVEL_2: [p.monteurElektro],
    LEVEL_3: [p.monteurIndustrie],
    LEVEL_4: [p.mechatronica],
  },
  about: [
    'Ik haal dingen uit elkaar om te zien hoe ze werken.',
    'Thuis ben ik degene die de lamp ophangt.',
    'Ik teken eerst wat ik ga maken. Meestal klopt het dan.',
  ],
  strengths: ['technisch inzicht', 'precies werken', 'storingen zoeken', 'doorzetten'],
  drives: ['iets maken dat werkt', 'zonne-energie', 'een vak leren'],
  jobs: ['Ik wil monteur worden bij windmolens.', 'Ik wil machines ontwerpen.', 'Ik wil een eigen installatiebedrijf.'],
  experiences: [
    [
      'INTERNSHIP',
      'Stage bij een installatiebedrijf',
      'Installatiebedrijf Kamphuis',
      'Stroom eraf, dan nog een keer meten.',
    ],
    ['PROJECT', 'Een lift van karton en een motortje', 'School', 'Meten, zagen, opnieuw meten.'],
    ['OPEN_DAY', 'Open dag techniek', 'Het mbo', 'Je werkt er met robots.'],
    ['JOB', 'Helpen in de werkplaats van mijn oom', 'Werkplaats', 'Gereedschap gaat terug op zijn plek.'],
  ],
  plus: [
    ['TECHNOLOGY', 'Robotwedstrijd voor scholen', 'Ons team werd vijfde van de twintig.'],
    ['VOLUNTEERING', 'Repair café', 'Ik maak vooral koffiezetapparaten.'],
  ],
}

const computing: Interest = {
  programmes: {
    ENTREE: [p.techniekEntree],
    LEVEL_2: [p.itMedewerker],
    LEVEL_3: [p.itBeheer],
    LEVEL_4: [p.software, p.itExpert],
  },
  about: [
    'Ik heb mijn eigen computer gebouwd van losse onderdelen.',
    'Als er iets met een telefoon is, komt de hele familie bij mij.',
    'Ik programmeer het liefst ’s avonds, met muziek aan.',
  ],
  strengths: ['logisch denken', 'zelf dingen uitzoeken', 'geduld met fouten', 'concentratie'],
  drives: ['problemen oplossen', 'iets bouwen wat mensen gebruiken', 'blijven leren'],
  jobs: ['Ik wil games maken.', 'Ik wil systemen veilig houden.', 'Ik wil apps maken voor scholen.'],
  experiences: [
    ['PROJECT', 'Een app voor het lesrooster', 'School', 'Gebruikers klikken nooit waar jij denkt.'],
    ['VOLUNTEERING', 'Digitale hulp in de bibliotheek', 'Bibliotheek', 'De muis niet overnemen.'],
    ['COURSE', 'Online cursus Python', 'Thuis', 'Elke dag een half uur werkt beter dan één lange dag.'],
    ['INTERNSHIP', 'Stage bij de systeembeheerder', 'Gemeentehuis', 'Eerst vragen wat iemand al geprobeerd heeft.'],
  ],
  plus: [
    ['TECHNOLOGY', 'Eigen server', 'Er draait een spel op voor mijn klas.'],
    ['TECHNOLOGY', 'Website voor de voetbalclub', 'Ik zet er elke week de uitslagen op.'],
  ],
}

const building: Interest = {
  programmes: {
    ENTREE: [p.bouwEntree],
    LEVEL_2: [p.timmerman],
    LEVEL_3: [p.allroundTimmerman],
    LEVEL_4: [p.bouwkunde],
  },
  about: [
    'Met mijn buurman heb ik een schuur gebouwd die nog steeds staat.',
    'Ik word rustig van hout.',
    'Ik zie meteen of iets scheef hangt.',
  ],
  strengths: ['handig', 'sterk', 'nauwkeurig', 'op tijd'],
  drives: ['aan het eind van de dag iets zien staan', 'buiten werken', 'een vak leren'],
  jobs: ['Ik wil timmerman worden.', 'Ik wil oude huizen opknappen.', 'Ik wil werkvoorbereider worden.'],
  experiences: [
    ['INTERNSHIP', 'Stage op de bouw', 'Bouwbedrijf Wessels en Zoon', 'Veiligheid komt voor snelheid.'],
    ['PROJECT', 'Een podium voor de school', 'School', 'Een goede tekening scheelt een dag werk.'],
    ['JOB', 'Vakantiewerk bij een schilder', 'In de wijk', 'Schuren is het belangrijkste.'],
    ['TRIAL_DAY', 'Meeloopdag bouw', 'Het mbo', 'Ook op de bouw wordt veel gerekend.'],
  ],
  plus: [
    ['ART_AND_MUSIC', 'Meubels van pallets', 'Twee banken en een tafel.'],
    ['VOLUNTEERING', 'Speeltuin opknappen', 'Met de hele straat in één weekend.'],
  ],
}

const vehicles: Interest = {
  programmes: {
    ENTREE: [p.voertuigenEntree],
    LEVEL_2: [p.autotechnicus, p.fietstechnicus],
    LEVEL_3: [p.eersteAutotechnicus],
    LEVEL_4: [p.diagnose],
  },
  about: [
    'Ik hoor aan een motor wat er mis is.',
    'Mijn scooter heb ik zelf weer aan de praat gekregen.',
    'Vieze handen vind ik geen probleem.',
  ],
  strengths: ['goed luisteren naar machines', 'handig', 'doorzetten', 'precies'],
  drives: ['rijden met iets wat je zelf gemaakt hebt', 'elektrisch rijden', 'vrijheid'],
  jobs: ['Ik wil monteur worden bij een garage.', 'Ik wil vrachtwagens repareren.', 'Ik wil oldtimers opknappen.'],
  experiences: [
    ['INTERNSHIP', 'Stage bij een garage', 'Garage Ten Brinke', 'Een klant wil weten wat het kost, vooraf.'],
    ['PROJECT', 'Een brommer opknappen', 'Thuis', 'Foto’s maken voor je iets losschroeft.'],
    ['JOB', 'Fietsen verhuren', 'Camping', 'Elke fiets eerst zelf proberen.'],
    ['TRIAL_DAY', 'Meeloopdag voertuigtechniek', 'Het mbo', 'Je leert ook met een laptop meten.'],
  ],
  plus: [
    ['SPORT', 'Karten', 'Ik rijd vier wedstrijden per jaar.'],
    ['TECHNOLOGY', 'Fiets met eigen achterlicht', 'De dynamo heb ik zelf gewikkeld.'],
  ],
}

const green: Interest = {
  programmes: {
    ENTREE: [p.groenEntree],
    LEVEL_2: [p.hovenier],
    LEVEL_3: [p.allroundHovenier],
    LEVEL_4: [p.vakexpertHovenier],
  },
  about: [
    'Buiten denk ik beter na dan binnen.',
    'Ik heb een eigen stukje moestuin met pompoenen.',
    'Regen vind ik niet erg, stilzitten wel.',
  ],
  strengths: ['hard werken', 'oog voor planten', 'zelfstandig', 'sterk'],
  drives: ['iets zien groeien', 'meer groen in de stad', 'frisse lucht'],
  jobs: ['Ik wil hovenier worden.', 'Ik wil werken in een natuurgebied.', 'Ik wil tuinen ontwerpen.'],
  experiences: [
    ['INTERNSHIP', 'Stage bij een hovenier', 'Hoveniersbedrijf Van Loon', 'De wortels zijn het belangrijkst.'],
    ['VOLUNTEERING', 'Helpen op de zorgboerderij', 'Zorgboerderij', 'Rustig werken helpt iedereen.'],
    ['PROJECT', 'Een groen schoolplein', 'School', 'Planten kiezen die tegen een bal kunnen.'],
    ['JOB', 'Grasmaaien in de straat', 'De buurt', 'Afspraak is afspraak, ook op zondag.'],
  ],
  plus: [
    ['NATURE', 'Vogels tellen', 'Elk jaar in januari, in onze tuin.'],
    ['NATURE', 'Scouting', 'Ik kan vuur maken als het nat is.'],
  ],
}

const animals: Interest = {
  programmes: {
    ENTREE: [p.groenEntree],
    LEVEL_2: [p.dierverzorging],
    LEVEL_3: [p.dierenverzorger],
    LEVEL_4: [p.paraveterinair],
  },
  about: [
    'Dieren begrijpen mij zonder woorden.',
    'Ik rijd paard sinds mijn zesde en ik mest de stal ook uit.',
    'Ik heb een hond uit het asiel die eerst niemand vertrouwde.',
  ],
  strengths: ['rustig', 'verantwoordelijk', 'oplettend', 'niet bang'],
  drives: ['dieren een goed leven geven', 'buiten zijn', 'zorgen'],
  jobs: ['Ik wil bij een dierenarts werken.', 'Ik wil honden trainen.', 'Ik wil in een dierenpark werken.'],
  experiences: [
    ['VOLUNTEERING', 'Honden uitlaten in het asiel', 'Dierenasiel', 'Een bang dier heeft tijd nodig.'],
    ['INTERNSHIP', 'Stage bij een dierenarts', 'Dierenkliniek', 'De baas is vaak zenuwachtiger dan de kat.'],
    ['JOB', 'Werken op een manege', 'Manege', 'Eerst voeren, dan poetsen, dan rijden.'],
    ['OPEN_DAY', 'Open dag dierverzorging', 'Het mbo', 'Je leert ook veel over voer en rekenen.'],
  ],
  plus: [
    ['SPORT', 'Behendigheid met mijn hond', 'We zijn nu op niveau twee.'],
    ['NATURE', 'Egelopvang in de tuin', 'Vorige winter drie egels.'],
  ],
}

const media: Interest = {
  programmes: {
    ENTREE: [p.winkelEntree],
    LEVEL_2: [p.signmaker],
    LEVEL_3: [p.mediamaker],
    LEVEL_4: [p.mediavormgever, p.avSpecialist, p.geluid],
  },
  about: [
    'Ik film alles en knip het daarna kort.',
    'Ik teken in elke les, ook als het niet mag.',
    'Ik zie in een letter of een kleur meteen wat niet past.',
  ],
  strengths: ['creatief', 'oog voor vorm', 'geduld bij knippen', 'eigen stijl'],
  drives: ['verhalen vertellen', 'iets maken wat niemand heeft', 'muziek'],
  jobs: ['Ik wil vormgever worden.', 'Ik wil filmpjes maken voor musea.', 'Ik wil licht en geluid doen bij theater.'],
  experiences: [
    ['PROJECT', 'Affiches voor de schoolmusical', 'School', 'Minder woorden is meer poster.'],
    ['JOB', 'Filmpjes maken voor een kapper', 'Kapsalon', 'Een goede minuut kost een middag.'],
    ['INTERNSHIP', 'Stage bij een drukker', 'Drukkerij', 'Op papier zijn kleuren anders.'],
    ['VOLUNTEERING', 'Licht en geluid bij het jongerencentrum', 'Jongerencentrum', 'Kabels oprollen is ook een vak.'],
  ],
  plus: [
    ['ART_AND_MUSIC', 'Zangles en een eigen nummer', 'Het staat online en is 800 keer beluisterd.'],
    ['ART_AND_MUSIC', 'Graffiti-workshop', 'We mochten een tunnel beschilderen.'],
  ],
}

const logistics: Interest = {
  programmes: {
    ENTREE: [p.logistiekEntree],
    LEVEL_2: [p.logistiekMedewerker],
    LEVEL_3: [p.logistiekTeamleider],
    LEVEL_4: [p.logistiekManager],
  },
  about: [
    'Ik weet altijd waar alles ligt.',
    'Ik houd van plannen: routes, koffers, vakanties.',
    'Ik ben snel en ik vergeet niets.',
  ],
  strengths: ['overzicht', 'tempo', 'samenwerken', 'betrouwbaar'],
  drives: ['alles op tijd', 'in beweging zijn', 'grote machines'],
  jobs: ['Ik wil op een heftruck rijden.', 'Ik wil planner worden.', 'Ik wil vrachtwagenchauffeur worden.'],
  experiences: [
    ['JOB', 'Orders verzamelen in een magazijn', 'Distributiecentrum', 'Eerst de zware dozen onderop.'],
    ['INTERNSHIP', 'Stage bij een transportbedrijf', 'Transport De Haan', 'Een file is ook een plan.'],
    ['PROJECT', 'Boekenmarkt van de school', 'School', 'Een lijst maken scheelt lopen.'],
    ['TRIAL_DAY', 'Een dag mee op de vrachtwagen', 'Onderweg', 'Je ziet veel en je moet goed opletten.'],
  ],
  plus: [
    ['SCHOOL', 'Materiaalman van het schoolkamp', 'Er is niets kwijtgeraakt.'],
    ['SPORT', 'Wielrennen', 'Honderd kilometer op een zondag.'],
  ],
}

const laboratory: Interest = {
  programmes: {
    ENTREE: [p.horecaEntree],
    LEVEL_2: [p.huishouding],
    LEVEL_3: [p.laborant],
    LEVEL_4: [p.analist],
  },
  about: [
    'Ik wil weten waarom iets zo is.',
    'Proefjes vond ik op de basisschool al het leukst.',
    'Ik kan lang stil en precies werken.',
  ],
  strengths: ['precies', 'nieuwsgierig', 'goed in rekenen', 'netjes opschrijven'],
  drives: ['iets ontdekken', 'schoon water', 'zeker weten'],
  jobs: ['Ik wil in een ziekenhuislab werken.', 'Ik wil voedsel onderzoeken.', 'Ik wil medicijnen helpen maken.'],
  experiences: [
    ['PROJECT', 'Water uit de sloot onderzoeken', 'School', 'Eén meting is geen meting.'],
    ['TRIAL_DAY', 'Meelopen in een laboratorium', 'Ziekenhuis', 'Alles krijgt een sticker.'],
    ['COURSE', 'Masterclass scheikunde', 'Hogeschool', 'Fout is ook een uitkomst.'],
    ['JOB', 'Vakantiewerk in een kaasfabriek', 'Fabriek', 'Schoon werken is het halve product.'],
  ],
  plus: [
    ['SCHOOL', 'Technasium-prijs', 'Met een filter van zand en kool.'],
    ['NATURE', 'Sterren kijken', 'Met een kijker van het repair café.'],
  ],
}

/** Work with things, plants and animals. */
export const makingWork: readonly Interest[] = [
  engineering,
  computing,
  building,
  vehicles,
  green,
  animals,
  media,
  logistics,
  laboratory,
]
