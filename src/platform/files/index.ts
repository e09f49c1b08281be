export { FileDamaged, sealedWith } from './crypt.ts';
export { type BlobStore, diskBlobs, sweepUnfinished } from './disk.ts';
export { syncFolder } from './durable.ts';
export { deriveKey, type Key, type KeyRing, keyRing, randomKey } from './keys.ts';
export { createKeyFile, type KeyOptions, loadKey, readKeys } from './load-key.ts';
export { SealError, seal, unseal } from './seal.ts';
export {
  blobName,
  deleteFile,
  type FileStore,
  filesFolder,
  listFiles,
  openFile,
  openStore,
  putFile,
  type Realm,
  readFile,
  type StoredFile,
} from './store.ts';
