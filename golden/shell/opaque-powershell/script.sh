$x = Get-Item (Join-Path a b); if ($x) { exit }
