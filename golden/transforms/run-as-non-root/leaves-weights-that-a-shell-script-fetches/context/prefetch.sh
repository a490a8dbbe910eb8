#!/bin/sh
python - <<X
import torchvision
torchvision.models.resnet18(weights="DEFAULT")
X
