import { programmes as p } from '../programmes.ts'
import type { Interest } from './interest.ts'

const care: Interest = {
  programmes: {
    ENTREE: [p.zorgEntree],
    LEVEL_2: [p.dienstverlener, p.huishouding],
    LEVEL_3: [p.verzorgende],
    LEVEL_4: [p.verpleegkundige],
  },
  about: [
    'Ik merk snel hoe iemand zich voelt.',
    'Bij mijn opa en oma ben ik degene die even blijft zitten.',
    'Ik blijf rustig als iemand anders in paniek raakt.',
  ],
  strengths: ['luisteren', 'geduld', 'netjes werken', 'rustig blijven'],
  drives: ['iets betekenen voor een ander', 'samen zorgen', 'dankbaarheid zien'],
  jobs: ['Ik wil werken in een verpleeghuis.', 'Ik wil later naar de ambulance.', 'Ik wil in de thuiszorg werken.'],
  experiences: [
    [
      'INTERNSHIP',
      'Stage in een woonzorgcentrum',
      'Woonzorgcentrum De Esdoorn',
      'Eerst contact maken, dan pas helpen.',
    ],
    ['VOLUNTEERING', 'Koffie schenken bij ouderen', 'Buurthuis', 'Iedereen heeft een verhaal.'],
    ['TRIAL_DAY', 'Een dag meelopen in het ziekenhuis', 'Polikliniek', 'Je werkt nooit alleen.'],
    ['COURSE', 'Cursus eerste hulp', 'EHBO-vereniging', 'Kijken, voelen, bellen.'],
  ],
  plus: [
    ['CARE', 'Diploma jeugd-EHBO', 'Ik oefen elk jaar opnieuw.'],
    ['CARE', 'Boodschappen doen voor de buurvrouw', 'Elke zaterdag, al twee jaar.'],
  ],
}

const children: Interest = {
  programmes: {
    ENTREE: [p.zorgEntree],
    LEVEL_2: [p.dienstverlener],
    LEVEL_3: [p.kinderopvang],
    LEVEL_4: [p.onderwijsassistent],
  },
  about: [
    'Kleine kinderen vinden mij leuk en dat is wederzijds.',
    'Ik verzin altijd een spel, ook als er niks is.',
    'In een drukke groep blijf ik vriendelijk en duidelijk.',
  ],
  strengths: ['spelletjes bedenken', 'geduld', 'duidelijk zijn', 'vrolijkheid'],
  drives: ['kinderen zien groeien', 'een veilige plek maken', 'elke dag iets anders'],
  jobs: ['Ik wil op een kinderdagverblijf werken.', 'Ik wil in de klas helpen.', 'Ik wil een eigen opvang beginnen.'],
  experiences: [
    ['JOB', 'Oppassen in de buurt', 'Bij twee gezinnen', 'Een vaste volgorde geeft rust bij het naar bed gaan.'],
    ['INTERNSHIP', 'Stage op de basisschool', 'Groep drie', 'Complimenten werken beter dan waarschuwen.'],
    ['VOLUNTEERING', 'Helpen bij de vakantieweek', 'Speeltuin', 'Met natte kinderen kun je ook lachen.'],
    ['OPEN_DAY', 'Open dag van de opleiding', 'Het mbo', 'Er is veel meer stage dan ik dacht.'],
  ],
  plus: [
    ['VOLUNTEERING', 'Leiding bij de kabouters', 'Om de week bedenk ik het programma.'],
    ['LANGUAGE', 'Voorlezen in de bibliotheek', 'Ik doe alle stemmetjes.'],
  ],
}

const hospitality: Interest = {
  programmes: {
    ENTREE: [p.horecaEntree],
    LEVEL_2: [p.kok],
    LEVEL_3: [p.patissier],
    LEVEL_4: [p.ondernemerHoreca],
  },
  about: [
    'Ik kook thuis drie keer per week en iedereen komt op tijd aan tafel.',
    'Ik houd van de drukte van een vol restaurant.',
    'Ik proef meteen wat er nog mist.',
  ],
  strengths: ['snel werken', 'gastvrij', 'goed proeven', 'tegen drukte kunnen'],
  drives: ['mensen laten genieten', 'in een team werken', 'iets lekkers bedenken'],
  jobs: [
    'Ik wil kok worden in een restaurant met een moestuin.',
    'Ik wil een foodtruck.',
    'Ik wil in een hotel werken.',
  ],
  experiences: [
    ['JOB', 'Afwashulp in een restaurant', 'Eetcafé Het Anker', 'Opruimen terwijl je werkt.'],
    ['INTERNSHIP', 'Stage in de keuken van een hotel', 'Hotel De Brink', 'Alles klaarzetten is de helft van het werk.'],
    ['PROJECT', 'Diner voor de buurt', 'School', 'Koken voor zestig is rekenen.'],
    ['TRIAL_DAY', 'Meelopen bij een bakker', 'Bakkerij', 'Om vier uur opstaan went.'],
  ],
  plus: [
    ['ART_AND_MUSIC', 'Taarten versieren', 'Ik maak taarten voor verjaardagen in de familie.'],
    ['VOLUNTEERING', 'Koken bij de buurtmaaltijd', 'Eén keer per maand, voor dertig mensen.'],
  ],
}

const trade: Interest = {
  programmes: {
    ENTREE: [p.winkelEntree],
    LEVEL_2: [p.verkoper],
    LEVEL_3: [p.verkoopspecialist],
    LEVEL_4: [p.juridisch],
  },
  about: [
    'Ik praat makkelijk met mensen die ik niet ken.',
    'Ik houd van orde: in mijn kast en in een verhaal.',
    'Ik verkocht op de vrijmarkt alles binnen een uur.',
  ],
  strengths: ['klantvriendelijk', 'netjes met afspraken', 'goed met geld', 'overtuigen'],
  drives: ['contact met mensen', 'zelf verdienen', 'iets eerlijk oplossen'],
  jobs: ['Ik wil een eigen winkel.', 'Ik wil bij een gemeente werken.', 'Ik wil inkoper worden.'],
  experiences: [
    ['JOB', 'Vakkenvuller en later kassa', 'Supermarkt', 'Een boze klant wil vooral gehoord worden.'],
    ['JOB', 'Kraam op de markt', 'Weekmarkt', 'Wie vroeg staat, verkoopt meer.'],
    ['PROJECT', 'Schoolbedrijf met tassen van oud zeil', 'School', 'Winst is pas winst als alles betaald is.'],
    ['TRIAL_DAY', 'Een dag op een kantoor', 'Gemeentehuis', 'Een brief kun je altijd korter schrijven.'],
  ],
  plus: [
    ['SCHOOL', 'Penningmeester van de leerlingenraad', 'Ik hield bij waar het geld voor het feest bleef.'],
    ['TECHNOLOGY', 'Tweedehands kleding verkopen via een app', 'Foto’s maken is het belangrijkste.'],
  ],
}

const safety: Interest = {
  programmes: {
    ENTREE: [p.zorgEntree],
    LEVEL_2: [p.beveiliger],
    LEVEL_3: [p.handhaver],
    LEVEL_4: [p.juridisch],
  },
  about: [
    'Ik zeg er iets van als iets niet eerlijk is.',
    'Ik sta stevig in mijn schoenen en ik kan ruzies kleiner maken.',
    'Ik ben graag fit en ik houd van duidelijke regels.',
  ],
  strengths: ['rechtvaardig', 'rustig bij ruzie', 'fit', 'oplettend'],
  drives: ['dat mensen veilig thuiskomen', 'in een team op straat', 'verantwoordelijkheid'],
  jobs: [
    'Ik wil bij de politie.',
    'Ik wil handhaver worden in mijn eigen stad.',
    'Ik wil beveiliger worden bij concerten.',
  ],
  experiences: [
    ['TRIAL_DAY', 'Meelopen met de wijkagent', 'Wijkteam', 'Je praat meer dan je rent.'],
    ['VOLUNTEERING', 'Verkeersregelaar bij de avondvierdaagse', 'De wijk', 'Oogcontact maken met automobilisten.'],
    ['COURSE', 'Weerbaarheidstraining', 'Sportschool', 'Je stem is je sterkste spier.'],
    ['PROJECT', 'Veilige route naar school', 'School en gemeente', 'Eerst tellen, dan pas vinden.'],
  ],
  plus: [
    ['SPORT', 'Judo, blauwe band', 'Ik train twee keer per week.'],
    ['VOLUNTEERING', 'Jeugdbrandweer', 'We oefenen elke woensdag.'],
  ],
}

const sport: Interest = {
  programmes: {
    ENTREE: [p.zorgEntree],
    LEVEL_2: [p.sportLeider],
    LEVEL_3: [p.sportBegeleider],
    LEVEL_4: [p.sportCoordinator],
  },
  about: [
    'Stilzitten lukt mij ongeveer een half uur.',
    'Ik train de jongste groep van de club en ik ken alle namen.',
    'Ik win graag, maar ik leer meer van verliezen.',
  ],
  strengths: ['enthousiast', 'doorzetten', 'samenwerken', 'voor een groep staan'],
  drives: ['bewegen', 'anderen meekrijgen', 'een team beter maken'],
  jobs: ['Ik wil trainer worden.', 'Ik wil sporten met mensen met een beperking.', 'Ik wil werken op een sportkamp.'],
  experiences: [
    ['VOLUNTEERING', 'Hulptrainer bij de jeugd', 'Sportvereniging', 'Kort uitleggen, veel doen.'],
    ['PROJECT', 'Sportdag voor de basisschool', 'Sportpark', 'Altijd een plan voor regen.'],
    ['INTERNSHIP', 'Stage bij een sportschool', 'Sportcentrum', 'Mensen komen ook voor een praatje.'],
    ['JOB', 'Toezicht in het zwembad', 'Zwembad', 'Blijven kijken, ook als er niets gebeurt.'],
  ],
  plus: [
    ['SPORT', 'Aanvoerder van mijn team', 'Ik praat met de scheidsrechter, niet tegen hem.'],
    ['SPORT', 'Halve marathon gelopen', 'In twee uur en vier minuten.'],
  ],
}

/** Work with and for people. */
export const peopleWork: readonly Interest[] = [care, children, hospitality, trade, safety, sport]
