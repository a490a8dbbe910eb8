FROM registry.example.com/team/app:1
FROM acme/tool:1
FROM node:20
