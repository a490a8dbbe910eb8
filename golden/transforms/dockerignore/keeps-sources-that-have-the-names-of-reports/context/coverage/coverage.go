package coverage
