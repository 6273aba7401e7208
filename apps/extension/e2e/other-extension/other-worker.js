// What another extension's worker can try, the test runs in it.
