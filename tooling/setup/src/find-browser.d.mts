export declare function findBrowser(environment?: NodeJS.ProcessEnv, platform?: string): string | undefined
