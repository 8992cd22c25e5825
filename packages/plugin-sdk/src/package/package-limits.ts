/** How large a package may be. @since 0.1.0 */
export interface PackageLimits {
  /** Bytes of the packed file. */
  readonly packedBytes: number;
  /** Bytes of everything in it, its directory entries included. */
  readonly unpackedBytes: number;
  /** Files and folders in it. */
  readonly entries: number;
  /** How many times its packed size it may unpack to, once it is above `freeBytes`. Text packs to a twentieth, gzip ends at a thousandth. */
  readonly ratio: number;
  readonly freeBytes: number;
}

/** The limits that packages are held to: 20 MB packed, 100 MB unpacked, 2,000 entries. @since 0.1.0 */
export const packageLimits: PackageLimits = {
  packedBytes: 20_000_000,
  unpackedBytes: 100_000_000,
  entries: 2000,
  ratio: 200,
  freeBytes: 2_000_000,
};
