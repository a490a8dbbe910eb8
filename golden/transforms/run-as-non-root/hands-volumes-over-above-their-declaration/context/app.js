require('fs').writeFileSync('uploads/x', '')
