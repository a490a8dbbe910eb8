const fs = require('fs');
const express = require('express');
const app = express();
app.post('/', (q, r) => { fs.writeFileSync('/opt/'.concat('x', '.json'), 'a'); r.send('ok'); });
app.listen(3000);
