export declare function findPostgres(environment?: NodeJS.ProcessEnv, folder?: string): string | undefined
