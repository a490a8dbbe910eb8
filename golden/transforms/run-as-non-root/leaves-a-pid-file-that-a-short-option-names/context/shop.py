app = lambda environ, start: []
