import type { ViewerOrganisation } from '@doorstroomhub/kit/viewer.ts'

/** An organisation of the demo, with the region (RMC, Doorstroompunt) in which it lies. All are invented but the municipality's name. */
export interface DemoOrganisation extends ViewerOrganisation {
  kind: 'VO' | 'MBO' | 'MUNICIPALITY'
  region: string
}

/** The leaving school of all demo students; 00YY is the test school's BRIN of OSO. */
export const vechtdalCollege: DemoOrganisation = { brin: '00YY', name: 'Vechtdal College', kind: 'VO', region: '10' }

export const rocVoorbeeld: DemoOrganisation = { brin: '01VB', name: 'ROC Voorbeeld', kind: 'MBO', region: '10' }

export const vakcollegeDelta: DemoOrganisation = { brin: '02DE', name: 'Vakcollege Delta', kind: 'MBO', region: '19' }

export const groenhofCollege: DemoOrganisation = { brin: '03GH', name: 'Groenhof College', kind: 'MBO', region: '18' }

/** A municipality stands where a school has its BRIN with its `GM` code. */
export const zwolle: DemoOrganisation = { brin: 'GM0193', name: 'Gemeente Zwolle', kind: 'MUNICIPALITY', region: '10' }

export const organisations: readonly DemoOrganisation[] = [
  vechtdalCollege,
  rocVoorbeeld,
  vakcollegeDelta,
  groenhofCollege,
  zwolle,
]
