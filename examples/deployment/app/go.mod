module doorman

go 1.26
