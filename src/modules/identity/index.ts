/** Identity: people, accounts, households, staff with roles, sessions and one-time codes. The only way in. */
export { acceptInvitation } from './accept-invitation.ts';
export { identityApi } from './api.ts';
export { type CardData, type CardReading, parseCardQr } from './card-qr-rules.ts';
export { citizenNoChecker, citizenNoData } from './citizen-no-data.ts';
export { type CitizenNoCheck, checkCitizenNo, maskCitizenNo } from './citizen-no-rules.ts';
export { requestSignIn, requestSignInAgain, type SignIn, signIn } from './citizen-sign-in.ts';
export {
  actHash,
  type CodeCheck,
  type CodeRequest,
  codeSentTo,
  issueCode,
  type NamedAct,
  type ProvenCode,
  type SpentCode,
  spendCode,
  verifyCode,
} from './codes.ts';
export type { CodePurpose } from './codes-rules.ts';
export { clearSessionCookie, sessionToken, setSessionCookie } from './cookies.ts';
export { type DemoStaff, demoStaffCodes } from './demo-staff.ts';
export type { Household, HouseholdMember, NewHousehold } from './households-model.ts';
export { citizenOf, guardOf, needCitizen, needStaff, type RouteGuard, staffOf } from './http.ts';
export {
  type InvitationField,
  type InvitationForm,
  type InvitationValues,
  readInvitation,
} from './invitation-rules.ts';
export {
  cancelInvitation,
  type InvitationLink,
  invitationLink,
  inviteFirstAdmin,
  inviteStaff,
  type OpenInvitation,
  openInvitationOf,
  renewStaff,
} from './invitations.ts';
export {
  addSubstitute,
  cancelLeave,
  endSubstitution,
  enterLeave,
  type LeaveFaults,
} from './manage-leave.ts';
export { createStaff, type NewStaff } from './manage-staff.ts';
export { readMobile } from './mobile.ts';
export {
  type CitizenSession,
  type Profile,
  READ_KINDS,
  type ReadKind,
  ROLES,
  type Role,
  type Sex,
  type StaffSession,
} from './model.ts';
export { type OpenAccount, openAccountFor } from './open-account.ts';
export { maskPhone, type Phone, parsePhone } from './phone-rules.ts';
export { may, POLICY, STAFF_ACTIONS, type StaffAction, standInFor, UNIT_RELATIONS } from './policy.ts';
export { type ProfileUpdate, profileOf, revealCitizenNo, updateProfile } from './profile.ts';
export {
  type ProfileFaults,
  type ProfileField,
  type ProfileInput,
  type ProfileValues,
  readProfile,
} from './profile-rules.ts';
export { sensitiveReadsApi } from './reads-api.ts';
export { reassignNeighbourhood } from './reassign-neighbourhood.ts';
export { citizenSession, signInFrom } from './request-sessions.ts';
export { readReturnPath } from './return-path-rules.ts';
export { identitySealed } from './secrets.ts';
export { noteRead, recordReads, willShow } from './sensitive-reads.ts';
export { chooseUnit, type SignInFrom, signOut } from './sessions.ts';
export { citizenSignInPath, staffSignInPath } from './sign-in-path-rules.ts';
export { disableStaff, enableStaff, endRole, grantRole } from './staff-acts.ts';
export { staffApi } from './staff-api.ts';
export { staffPerson } from './staff-person.ts';
export { PASSWORD_LENGTH } from './staff-rules.ts';
export { type StaffSignIn, staffSignIn } from './staff-sign-in.ts';
export { type AuditedStaff, auditTrail, type EntryRow, type NamedStaff, staffWithRoles } from './store-auditor.ts';
export { type DemoAccount, insertDemoAccount } from './store-demo.ts';
export { insertHouseholds } from './store-households.ts';
export { type LeaveBook, type LeaveRow, leaveBook } from './store-leave.ts';
export { listReads, type ReadRow } from './store-reads.ts';
export { type NeighbourhoodCount, neighbourhoodCounts } from './store-reassign.ts';
export { countDemoAccounts, type RoleGrant } from './store-staff.ts';
export { type OpenInvitationRow, type StaffAt, type StaffRolePeriod, staffOfUnit } from './store-staff-admin.ts';
export { unitsToday } from './store-staff-units.ts';
