import { texts } from '../../parts/texts.tsx'

/** Of keeping the text on this device, which comes after the live texts. */
export const ownDeviceTexts = texts(
  {
    ownDevice: 'Dit is mijn eigen apparaat',
    ownDeviceHint: (jij: boolean): string =>
      jij
        ? 'Vink dit alleen aan op een apparaat dat van jou is. Dan kun je ook zonder internet verder typen. De tekst staat dan ook op dit apparaat. Bij uitloggen gaat hij daar weg.'
        : 'Vink dit alleen aan op een apparaat dat van u is. Dan kunt u ook zonder internet verder typen. De tekst staat dan ook op dit apparaat. Bij uitloggen gaat hij daar weg.',
    cannotKeep: 'Deze browser kan geen tekst bewaren op dit apparaat.',
  },
  {
    ownDevice: 'This is my own device',
    ownDeviceHint: () =>
      'Tick this only on a device that is yours. Then you can go on typing without internet. The text is then on this device too. It goes from there when you sign out.',
    cannotKeep: 'This browser cannot keep text on this device.',
  },
)
