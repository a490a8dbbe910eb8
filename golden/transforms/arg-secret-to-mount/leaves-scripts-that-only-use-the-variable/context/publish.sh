npm config set _authToken "$NPM_TOKEN"
npm publish
