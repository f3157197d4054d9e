/** What a viewer may do with a dossier now, named as the mutations are. */
export const DOSSIER_ACTIONS = [
  'MOVE_TO_DRAFT',
  'MOVE_TO_CONSULTATION',
  'MOVE_TO_READY',
  'APPROVE',
  'PAUSE',
  'RESUME',
  'ERASE',
  'GIVE_CONSENT',
  'APPROVE_CONSENT',
  'REFUSE_REQUEST',
  'REVOKE_CONSENT',
  'REQUEST_CONSENT',
  'GIVE_NUMBER_STATEMENT',
  'REPORT_APPLICATION_STATUS',
  'PROPOSE_TALK',
  'ACCEPT_TALK',
  'END_TALK',
  'INVITE',
] as const
export type DossierAction = (typeof DOSSIER_ACTIONS)[number]
