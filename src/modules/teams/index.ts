export { addMember, createTeam, type Team, teamOf, teamsOfUnit } from './store.ts';
