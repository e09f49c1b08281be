export { FileDamaged } from './crypt.ts';
export { type BlobStore, sweepUnfinished } from './disk.ts';
export { deriveKey, type Key, type KeyRing, keyRing, randomKey } from './keys.ts';
export { createKeyFile, type KeyOptions, loadKey } from './load-key.ts';
export { SealError, seal, unseal } from './seal.ts';
export {
  deleteFile,
  type FileStore,
  listFiles,
  openFile,
  openStore,
  putFile,
  type Realm,
  readFile,
  type StoredFile,
} from './store.ts';
